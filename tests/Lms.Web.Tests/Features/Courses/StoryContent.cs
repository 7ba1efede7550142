using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>The content of the repository with a small case in its first course.</summary>
internal static class StoryContent
{
    public const string Address = "/courses/k1-basics/story";

    public const string Unchosen = "zzcanaryzz";

    private const string Story = $$"""
        ---
        title: "Двері"
        minutes: 10
        content-note: "Розмова про тиск."
        meters: {safety: безпека, trust: довіра}
        ---

        ## Біля столу {#s1}

        Двоє заходять.

        - [спитати наодинці](#s2){safety=2 trust=1}
          > Тепер вас ніхто не чує.
        - [спитати при всіх](#s3){trust=-4}
          > Людина опускає очі. {{Unchosen}}
        - [сфотографувати папери](#s2){safety=-7 breach}
          > Так людині небезпечніше. {{Unchosen}}

        ## Наодинці {#s2}

        Тиша.

        - [назвати номери](#good){trust=1}
          > Картка в кишені.
        - [почати спочатку](#s1)
        - [допитати](#s3){trust=-4}
          > Вона встає. {{Unchosen}}

        ## Двері відчинено {#good ending=good}

        Людина знає, куди йти.

        ## Двері зачинено {#s3 ending=poor}

        Розмова не вдалася.
        """;

    /// <param name="counts">Whether the course is complete only with the case finished.</param>
    public static async Task<string> MakeAsync(bool counts = false)
    {
        var folder = ContentCopy.Make();
        var course = Path.Combine(folder, "courses", "k1-basics");
        foreach (
            var other in Directory.EnumerateFiles(course, "*.case.md", SearchOption.AllDirectories)
        )
        {
            File.Delete(other);
        }

        await File.WriteAllTextAsync(Path.Combine(course, "90-story.case.md"), Story);
        var manifest = Path.Combine(course, "course.md");
        var lines = await File.ReadAllLinesAsync(manifest);
        var others = lines.Where(line => !line.StartsWith("completion:", StringComparison.Ordinal));
        string[] completion = counts
            ? ["completion: {lessons: all, quizzes: passed, cases: finished}"]
            : [];
        await File.WriteAllLinesAsync(manifest, ["---", .. completion, .. others.Skip(1)]);
        return folder;
    }
}
