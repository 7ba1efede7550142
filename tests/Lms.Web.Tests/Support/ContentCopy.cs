namespace Lms.Web.Tests.Support;

/// <summary>The content of the tests in a folder of its own, changed as a test needs it.</summary>
public static class ContentCopy
{
    /// <summary>With a time limit on every quiz.</summary>
    public static async Task<string> WithTimeAsync(string time)
    {
        var folder = Make();
        foreach (
            var quiz in Directory.EnumerateFiles(folder, "*.quiz.md", SearchOption.AllDirectories)
        )
        {
            var text = await File.ReadAllTextAsync(quiz);
            await File.WriteAllTextAsync(
                quiz,
                text.Replace("\npass: ", $"\ntime: {time}\npass: ", StringComparison.Ordinal)
            );
        }

        return folder;
    }

    /// <summary>With as many hours on every course.</summary>
    public static async Task<string> WithHoursAsync(string hours)
    {
        var folder = Make();
        foreach (
            var course in Directory.EnumerateFiles(folder, "course.md", SearchOption.AllDirectories)
        )
        {
            var text = await File.ReadAllTextAsync(course);
            await File.WriteAllTextAsync(
                course,
                text.Replace("{self: 1}", $"{{self: {hours}}}", StringComparison.Ordinal)
            );
        }

        return folder;
    }

    public static string Make()
    {
        var folder = Directory.CreateTempSubdirectory("lms-content-").FullName;
        TestContent.CopyTo(folder);
        return folder;
    }
}
