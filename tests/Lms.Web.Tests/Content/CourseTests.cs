using Lms.Domain.Courses;
using Lms.Web.Content;

namespace Lms.Web.Tests.Content;

public sealed class CourseTests
{
    [Fact]
    public void The_manifest_says_what_course_md_says()
    {
        using var content = new ContentFolder();

        var draft = content.Draft();

        var manifest = draft.Manifest;
        Assert.Equal(
            ("basics", 1, "Основи", "К1", "uk"),
            (draft.Slug, draft.Revision, manifest.Title, manifest.Code, manifest.Language)
        );
        Assert.Equal(new CourseHours(1, 0), manifest.Hours);
        Assert.Equal([new CompetenceGoal("П1", 1)], manifest.Competences);
        Assert.Equal(["R01"], manifest.Audience);
        Assert.Equal([new ModuleOutline("start", "Початок", "")], manifest.Modules);
        Assert.Equal("<p>Опис курсу.</p>", manifest.DescriptionHtml);
        Assert.Equal(
            ("Сертифікат", 24, "онлайн"),
            (
                manifest.Certificate!.Title,
                manifest.Certificate.ValidityMonths,
                manifest.Certificate.Form
            )
        );
        Assert.Equal([new LawEdition("3739-VI", new(2026, 11, 23))], manifest.Certificate.Law);
        Assert.Equal(
            [new Source("Закон", "https://zakon.rada.gov.ua/", new(2026, 11, 23))],
            manifest.Sources
        );
        Assert.Equal(
            [new Change(1, new(2026, 11, 23), ChangeKind.Major, "Перше видання.")],
            manifest.Changes
        );
        Assert.Equal(
            (new DateOnly(2026, 11, 1), new DateOnly(2027, 11, 23)),
            (manifest.Reviewed, manifest.ReviewBy)
        );
        Assert.Equal("Ліга", manifest.Authors);
    }

    [Fact]
    public void Activities_come_in_the_order_of_their_numbers()
    {
        using var content = new ContentFolder();
        content.Write("courses/basics/02-hello.md", SoundContent.LessonHead + "Текст.");
        content.Write("courses/basics/10-more/1-one.md", SoundContent.LessonHead + "Текст.");
        content.Write(
            "courses/basics/9-middle.md",
            SoundContent.LessonHead.Replace("minutes: 30", "minutes: 5\ncompletes: none") + "Текст."
        );

        var activities = content.Draft().Activities;

        Assert.Equal(
            [("first", 0), ("check", 0), ("hello", null), ("middle", null), ("one", (int?)1)],
            activities.Select(activity => (activity.Slug, activity.ModuleIndex))
        );
        Assert.Equal(
            [true, true, true, false, true],
            activities.Select(activity => activity.CountsForCompletion)
        );
    }

    [Fact]
    public void The_hash_changes_with_any_byte_and_with_nothing_else()
    {
        using var content = new ContentFolder();
        using var same = new ContentFolder();
        var hash = content.Draft().ContentHash;

        Assert.Matches("^[0-9a-f]{64}$", hash);
        Assert.Equal(hash, same.Draft().ContentHash);
        Assert.NotEqual(
            hash,
            same.Replace(ContentFolder.Lesson, "Текст.", "Текст!").Draft().ContentHash
        );
    }

    [Theory]
    [InlineData("competences: {П1: 1}", "competences: {B1: 1}", "В1")]
    [InlineData("audience: [R01]", "audience: [R01]\noutcomes: [x]\n", "")]
    public void A_Latin_look_alike_of_a_code_is_read_as_the_code_and_warned_of(
        string old,
        string with,
        string code
    )
    {
        using var content = new ContentFolder();
        var read = content.Replace(ContentFolder.Course, old, with).Check();

        if (code.Length > 0)
        {
            Assert.Equal(Severity.Warning, read.Only("look-alike-code").Severity);
            Assert.Equal(
                [new CompetenceGoal(code, 1)],
                read.Course("basics")!.Draft!.Manifest.Competences
            );
        }

        Assert.True(read.Course("basics")!.IsClean);
    }

    [Theory]
    [InlineData("hours: {self: 1}", "hours: {self: 3}", "hours-do-not-add-up", 6)]
    [InlineData("review-by: 2027-11-23", "review-by: 2026-11-22", "review-overdue", 15)]
    public void A_warning_does_not_stand_in_the_way(string old, string with, string code, int line)
    {
        using var content = new ContentFolder();
        var read = content.Replace(ContentFolder.Course, old, with).Check();

        Assert.Equal((line, 1), (read.Only(code).Line, read.Only(code).Column));
        Assert.True(read.Course("basics")!.IsClean);
    }

    [Theory]
    [InlineData("audience: [R01]", "audience: [R09]", "unknown-code", 8, 12)]
    [InlineData("act: 3739-VI", "act: 3739-VII", "unknown-act", 13, 15)]
    [InlineData("edition: 2026-11-23", "edition: вчора", "expects-date", 13, 33)]
    [InlineData("24 months", "2 years", "expects-duration", 11, 13)]
    [InlineData("revision: 1\nch", "revision: 2\nch", "revision-not-in-changes", 20, 1)]
    [InlineData("revision: 1\nch", "ch", "missing-key", 2, 1)]
    [InlineData("kind: major", "kind: mayor", "expects-one-of", 22, 43)]
    [InlineData("hours: {self: 1}", "hours: {self: 1.3}", "expects-half-hours", 6, 15)]
    [InlineData("url: \"https:", "url: \"javascript:", "expects-address", 17, 27)]
    [InlineData("language: uk", "language: fr", "expects-one-of", 5, 11)]
    public void A_wrong_manifest_is_an_error_at_its_place(
        string old,
        string with,
        string code,
        int line,
        int column
    )
    {
        using var content = new ContentFolder();

        var finding = content.Replace(ContentFolder.Course, old, with).Check().Only(code);

        Assert.Equal((line, column), (finding.Line, finding.Column));
    }

    [Theory]
    [InlineData("courses/basics/01-start/03-Перший.md", "bad-slug")]
    [InlineData("courses/basics/01-start/03-first.md", "duplicate-slug")]
    [InlineData("courses/basics/01-start/01-other.md", "same-number")]
    [InlineData("courses/basics/01-start/notes.txt", "unexpected-file")]
    [InlineData("courses/basics/01-start/deeper/01-a.md", "unexpected-file")]
    [InlineData("courses/basics/readme.md", "unexpected-file")]
    [InlineData("organisation/role.yml", "unexpected-file")]
    public void A_wrong_name_on_the_disk_is_an_error_on_its_own_path(string path, string code)
    {
        using var content = new ContentFolder();

        var finding = content.Write(path, SoundContent.LessonHead + "Текст.").Check().Only(code);

        Assert.StartsWith(finding.Path, path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_of_the_file_system_is_not_followed()
    {
        using var content = new ContentFolder();
        File.CreateSymbolicLink(
            Path.Combine(content.Root, "courses/basics/01-start/03-leak.md"),
            "/etc/passwd"
        );

        content.Check().Only("link-on-disk");
    }

    [Fact]
    public void An_error_in_one_course_leaves_the_others_alone()
    {
        using var content = new ContentFolder();
        content.Write("courses/broken/course.md", "\0");
        content.Write("courses/broken/01-a.md", "нічого");
        content.Write("courses/empty/course.md", SoundContent.Files[ContentFolder.Course]);

        var read = content.Check();

        Assert.Null(read.Course("broken")!.Draft);
        Assert.Equal(
            ["control-character", "front-matter-missing"],
            read.Course("broken")!.Findings.Select(one => one.Code)
        );
        Assert.Contains(read.Course("empty")!.Findings, one => one.Code == "empty-course");
        Assert.True(read.Course("basics")!.IsClean);
        Assert.NotNull(read.Pack);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error() =>
        Assert.Equal(
            ["file-missing", "file-missing"],
            ContentCheck.Run("/nowhere", "/nowhere/organisation", ContentFolder.Today).Codes()
        );
}
