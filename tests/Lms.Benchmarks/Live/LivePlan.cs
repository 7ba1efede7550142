using System.Text.Json;

namespace Lms.Benchmarks.Live;

/// <summary>A session with its trainer and all who have a seat, for the servers and the drivers.</summary>
/// <param name="Trainer">The trainer's sign-in cookie, as a request header carries it.</param>
/// <param name="Cookies">Of those with a seat.</param>
/// <param name="People">Ids of those with a seat, in the order of their cookies.</param>
internal sealed record LivePlan(
    Guid Session,
    string Trainer,
    IReadOnlyList<string> Cookies,
    IReadOnlyList<Guid> People
)
{
    public static LivePlan Read(string folder) =>
        JsonSerializer.Deserialize<LivePlan>(File.ReadAllText(In(folder)))!;

    public void Write(string folder) =>
        File.WriteAllText(In(folder), JsonSerializer.Serialize(this));

    private static string In(string folder) => Path.Combine(folder, "live.json");
}
