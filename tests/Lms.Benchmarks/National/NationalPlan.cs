using System.Text.Json;

namespace Lms.Benchmarks.National;

/// <summary>What a register of one size was filled with, for its server, its floor and its driver.</summary>
/// <param name="Country">Cookie of a manager of the whole register.</param>
/// <param name="Region">Cookie of a manager of one oblast.</param>
/// <param name="Communities">Codes of the oblast's communities.</param>
/// <param name="Served">Codes of the territories someone may serve who counts in the oblast.</param>
/// <param name="Shown">Codes of as many communities as a page shows.</param>
/// <param name="Query">The beginning of a surname that many have.</param>
/// <param name="From">The first day of the export: completions from then on are as many as people.</param>
/// <param name="FromInstant">The same in Unix milliseconds.</param>
/// <param name="Courses">Those whose completions are exported.</param>
/// <param name="Certification">What the requirement demands.</param>
internal sealed record NationalPlan(
    int People,
    string Country,
    string Region,
    IReadOnlyList<string> Communities,
    IReadOnlyList<string> Served,
    IReadOnlyList<string> Shown,
    string Query,
    DateOnly Today,
    DateOnly From,
    long FromInstant,
    IReadOnlyList<Guid> Courses,
    string Certification
)
{
    public static NationalPlan Read(string data) =>
        JsonSerializer.Deserialize<NationalPlan>(File.ReadAllText(In(data)))!;

    public void Write(string data) => File.WriteAllText(In(data), JsonSerializer.Serialize(this));

    private static string In(string data) => Path.Combine(data, "national.json");
}
