namespace Lms.Web.Tests.Content;

/// <summary>What this release does not open is reported, never ignored.</summary>
public sealed class NotOpenYetTests
{
    [Theory]
    [InlineData("completion: {session: 1}")]
    public void In_the_keys_of_a_course(string key) =>
        IsNotOpen(ContentFolder.Course, "revision: 1\nch", $"{key}\nrevision: 1\nch");

    [Fact]
    public void Defaults_may_be_written_out()
    {
        using var content = new ContentFolder();
        content
            .Replace(
                ContentFolder.Course,
                "revision: 1\nch",
                "order: free\naccess: members\nprivate: false\nprerequisites: []\ntasks: []\n"
                    + "completion: {lessons: all, quizzes: passed}\nrevision: 1\nch"
            )
            .Replace(
                ContentFolder.Quiz,
                "minutes: 30",
                "minutes: 30\ngraded: true\nconfidence: false\none-at-a-time: false\noffline-grace: 0\ndraw: []"
            )
            .Check()
            .IsClean();
    }

    private static void IsNotOpen(string path, string old, string with)
    {
        using var content = new ContentFolder();

        content.Replace(path, old, with).Check().Only("not-open-yet");
    }
}
