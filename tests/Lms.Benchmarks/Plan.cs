using System.Text.Json;

namespace Lms.Benchmarks;

/// <summary>What <c>prepare</c> put into the data folder, for the servers and the drivers.</summary>
/// <param name="Page">Address of the lesson page.</param>
/// <param name="PublicPage">Address of a lesson that anyone may read.</param>
/// <param name="Course">The course the reader stands in.</param>
/// <param name="Lesson">The lesson of <paramref name="Page"/>.</param>
/// <param name="Cookie">The reader's sign-in cookie, as a request header carries it.</param>
internal sealed record Plan(
    string Page,
    string PublicPage,
    Guid Course,
    Guid Lesson,
    string Cookie,
    IReadOnlyList<Saver> Savers
)
{
    public static Plan Read(string folder) =>
        JsonSerializer.Deserialize<Plan>(File.ReadAllText(In(folder)))!;

    public void Write(string folder) =>
        File.WriteAllText(In(folder), JsonSerializer.Serialize(this));

    private static string In(string folder) => Path.Combine(folder, "plan.json");
}

/// <summary>A person with an open attempt.</summary>
internal sealed record Saver(string Cookie, Guid Attempt, IReadOnlyList<AskedQuestion> Questions);

internal sealed record AskedQuestion(string Id, IReadOnlyList<string> Options);
