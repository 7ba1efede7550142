using Lms.Domain.Courses;
using Lms.Web.Content;

namespace Lms.Web.Tests.Content;

/// <summary>Keys of course.md that decide how a course is taken, and what they may say.</summary>
public sealed class CourseKeyTests
{
    [Fact]
    public void Order_access_and_private_say_what_they_say()
    {
        using var content = new ContentFolder();
        WithKeys(content, "order: sequential\naccess: public\nprivate: true").Check().IsClean();

        var manifest = content.Draft().Manifest;

        Assert.Equal(
            (ActivityOrder.Sequential, CourseAccess.Public, true),
            (manifest.Order, manifest.Access, manifest.IsPrivate)
        );
    }

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

    [Theory]
    [InlineData("order: seqential", "expects-one-of", "sequential")]
    [InlineData("access: publik", "expects-one-of", "public")]
    [InlineData("private: так", "expects-true-or-false", null)]
    [InlineData("completion: {session: 1}", "more-sessions-than-decks", null)]
    [InlineData("completion: {session: 0}", "expects-number", null)]
    [InlineData("completion: {lessons: al}", "expects-one-of", "all")]
    [InlineData("completion: {quizzes: attempted}", "expects-one-of", null)]
    [InlineData("completion: {lesons: all}", "unknown-key", "lessons")]
    [InlineData("tasks: [{title: Аркуш}]", "missing-key", null)]
    [InlineData("tasks: [{title: Аркуш, minutes: 0}]", "expects-number", null)]
    [InlineData("prerequisites: [basik]", "unknown-prerequisite", "basic")]
    public void A_wrong_value_is_an_error_that_says_what_was_meant(
        string keys,
        string code,
        string? meant
    )
    {
        using var content = new ContentFolder();
        AddCourse(content, "basic");

        var finding = WithKeys(content, keys).Check().Only(code);

        Assert.Equal(
            (ContentFolder.Course, Severity.Error, meant),
            (finding.Path, finding.Severity, finding.Suggestion)
        );
    }

    [Theory]
    [InlineData("completion: {lessons: all, quizzes: passed, cases: finished}", true, true, true)]
    [InlineData("completion: {quizzes: passed}", false, true, false)]
    [InlineData("completion: {cases: finished}", false, false, true)]
    [InlineData("completion: {}", true, true, false)]
    [InlineData("private: false", true, true, false)]
    public void Completion_names_what_counts_and_nothing_else_does(
        string key,
        bool lessons,
        bool quizzes,
        bool cases
    )
    {
        using var content = new ContentFolder();

        var draft = WithKeys(content, key).Draft();

        Assert.Equal(new(lessons, quizzes, cases), draft.Manifest.Completion);
    }

    [Fact]
    public void A_course_in_which_nothing_counts_is_warned_of()
    {
        using var content = new ContentFolder();

        var read = WithKeys(content, "completion: {cases: finished}").Check();

        Assert.Equal(Severity.Warning, read.Only("nothing-counts").Severity);
        Assert.True(read.Course("basics")!.IsClean);
    }

    [Fact]
    public void A_prerequisite_is_a_course_and_stands_once()
    {
        using var content = new ContentFolder();
        AddCourse(content, "before");

        var read = WithKeys(content, "prerequisites: [before, before]").Check();

        read.IsClean();
        Assert.Equal(["before"], read.Course("basics")!.Draft!.Manifest.Prerequisites);
    }

    [Fact]
    public void Courses_that_wait_for_one_another_are_an_error_that_names_them_all()
    {
        using var content = new ContentFolder();
        AddCourse(content, "b", "prerequisites: [c]");
        AddCourse(content, "c", "prerequisites: [basics]");
        AddCourse(content, "outside", "prerequisites: [b]");

        var read = WithKeys(content, "prerequisites: [b]").Check();

        Assert.Equal(
            [
                ("basics", "basics → b → c → basics"),
                ("b", "b → c → basics → b"),
                ("c", "c → basics → b → c"),
            ],
            read.Courses.SelectMany(course =>
                    course
                        .Findings.Where(one => one.Code == "prerequisite-cycle")
                        .Select(one => (course.Slug, one.Args[0]))
                )
                .OrderBy(one => one.Slug == "basics" ? "" : one.Slug, StringComparer.Ordinal)
        );
        Assert.True(read.Course("outside")!.IsClean);
    }

    [Fact]
    public void A_course_does_not_wait_for_itself()
    {
        using var content = new ContentFolder();

        var finding = WithKeys(content, "prerequisites: [basics]")
            .Check()
            .Only("prerequisite-cycle");

        Assert.Equal((20, "basics → basics"), (finding.Line, finding.Args[0]));
    }

    [Fact]
    public void Named_tasks_count_in_the_hours()
    {
        using var content = new ContentFolder();
        WithKeys(content, "tasks: [{title: Аркуш, minutes: 60}]");
        Assert.Equal("hours-do-not-add-up", Assert.Single(content.Check().Codes()));

        content.Replace(ContentFolder.Course, "hours: {self: 1}", "hours: {self: 2}");

        content.Check().IsClean();
        Assert.Equal(new PracticalTask("Аркуш", 60), Assert.Single(content.Draft().Manifest.Tasks));
    }

    [Theory]
    [InlineData(44, "1", 1)]
    [InlineData(45, "1", 0)]
    [InlineData(45, "0.5", 0)]
    [InlineData(46, "0.5", 1)]
    [InlineData(75, "1", 0)]
    [InlineData(76, "1", 1)]
    public void Hours_are_the_minutes_to_the_nearest_half(int minutes, string hours, int found)
    {
        using var content = new ContentFolder();
        content
            .Replace(ContentFolder.Lesson, "minutes: 30", $"minutes: {minutes - 30}")
            .Replace(ContentFolder.Course, "hours: {self: 1}", $"hours: {{self: {hours}}}");

        Assert.Equal(found, content.Check().Codes().Count(code => code == "hours-do-not-add-up"));
    }

    [Fact]
    public void Live_hours_without_a_session_are_a_warning()
    {
        using var content = new ContentFolder();
        content.Replace(ContentFolder.Course, "hours: {self: 1}", "hours: {self: 1, live: 1}");

        var finding = content.Check().Only("live-hours-do-not-add-up");

        Assert.Equal((6, Severity.Warning), (finding.Line, finding.Severity));
    }

    [Fact]
    public void An_entry_of_changes_keeps_its_act_and_what_it_touched()
    {
        using var content = new ContentFolder();
        var change = "summary: \"Перше видання.\"";
        content.Replace(
            ContentFolder.Course,
            change,
            $"{change}, act: palermo, activities: [first, check]"
        );

        content.Check().IsClean();
        var kept = Assert.Single(content.Draft().Manifest.Changes);
        Assert.Equal("palermo", kept.Act);
        Assert.Equal(["first", "check"], kept.Activities);
    }

    [Theory]
    [InlineData("act: palermoo", "unknown-act", "palermo")]
    [InlineData("activities: [frist]", "unknown-activity", "first")]
    public void What_an_entry_of_changes_names_exists(string key, string code, string meant)
    {
        using var content = new ContentFolder();
        var change = "summary: \"Перше видання.\"";

        var finding = content
            .Replace(ContentFolder.Course, change, $"{change}, {key}")
            .Check()
            .Only(code);

        Assert.Equal((22, meant), (finding.Line, finding.Suggestion));
    }

    [Fact]
    public void An_older_entry_may_name_what_is_gone_since()
    {
        using var content = new ContentFolder();
        content
            .Replace(ContentFolder.Course, "revision: 1\nch", "revision: 2\nch")
            .Replace(
                ContentFolder.Course,
                "changes:\n",
                "changes:\n  - {revision: 2, date: 2026-11-23, kind: minor, summary: \"Далі.\"}\n"
            )
            .Replace(
                ContentFolder.Course,
                "summary: \"Перше видання.\"",
                "summary: \"Перше видання.\", activities: [gone]"
            )
            .Check()
            .IsClean();
    }

    [Theory]
    [InlineData("read", LessonEnd.Read, true)]
    [InlineData("acknowledge", LessonEnd.Acknowledge, true)]
    [InlineData("none", LessonEnd.None, false)]
    public void A_lesson_says_how_it_ends(string completes, LessonEnd end, bool counts)
    {
        using var content = new ContentFolder();
        content.Replace(
            ContentFolder.Lesson,
            "minutes: 30",
            $"minutes: 30\ncompletes: {completes}"
        );

        content.Check().IsClean();
        var lesson = content.Draft().Activities[0];
        Assert.Equal((end, counts), (lesson.End, lesson.CountsForCompletion));
    }

    private static ContentFolder WithKeys(ContentFolder content, string keys) =>
        content.Replace(ContentFolder.Course, "revision: 1\nch", $"{keys}\nrevision: 1\nch");

    private static void AddCourse(ContentFolder content, string slug, string keys = "code: К9")
    {
        content.Write(
            $"courses/{slug}/course.md",
            SoundContent
                .Files[ContentFolder.Course]
                .Replace("code: К1", keys, StringComparison.Ordinal)
        );
        content.Write(
            $"courses/{slug}/01-only.md",
            SoundContent.LessonHead.Replace("30", "60", StringComparison.Ordinal) + "Текст."
        );
    }
}
