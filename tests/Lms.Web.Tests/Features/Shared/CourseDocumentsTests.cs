using Lms.Domain.Courses;
using Lms.Web.Features.Shared;
using Lms.Web.Search;

namespace Lms.Web.Tests.Features.Shared;

/// <summary>What of a course can be searched.</summary>
public sealed class CourseDocumentsTests
{
    [Fact]
    public void A_lesson_is_cut_at_its_blocks_and_a_sensitive_one_is_left_out()
    {
        var lesson = new LessonText(
            ["уміє помічати"],
            null,
            "",
            [new("a", "Перший"), new("b", "Другий")]
        )
        {
            Blocks =
            [
                Block("x1", "", LessonBlockKind.Paragraph, "вступ"),
                Block("x2", "a", LessonBlockKind.Sensitive, "подробиці"),
                Block("x3", "a", LessonBlockKind.Gentle, "м’яко"),
            ],
        };
        Assert.Equal(
            [
                new("x1", "", "", "вступ"),
                new("x3", "a", "Перший", "м’яко"),
                new("", "b", "Другий", ""),
                new("", "", "", "уміє помічати"),
            ],
            Lesson(lesson).Passages
        );
    }

    [Fact]
    public void A_lesson_without_blocks_is_cut_at_its_headings()
    {
        const string html = """
            <p>Вступ &amp; <strong>ви</strong>ділене.</p>
            <h2 id="a">Перший <em>розділ</em></h2><p title="a > b">Один</p><ul><li>Два</li><li>Три</li></ul>
            <h3 id="inner">Менший</h3><p>&lt;b&gt; <br>чотири</p>
            <h2 id="b">Другий</h2>
            """;
        var lesson = new LessonText(
            [],
            null,
            html,
            [new("a", "Перший розділ"), new("b", "Другий")]
        );
        Assert.Equal(
            [
                new("", "", "", "Вступ & виділене."),
                new("a", "a", "Перший розділ", "Один Два Три Менший <b> чотири"),
                new("b", "b", "Другий", ""),
            ],
            Lesson(lesson)
                .Passages.Where(passage => passage.Heading.Length + passage.Text.Length > 0)
        );
    }

    [Theory]
    [InlineData("<")]
    [InlineData("<p")]
    [InlineData("<p title=\"")]
    [InlineData("a<")]
    [InlineData("<h2 id=\"a")]
    [InlineData("</h2></h2><h2><h2 id=\"a\">")]
    public void Html_that_ends_too_early_is_read_to_its_end(string html) =>
        Assert.NotNull(Lesson(new LessonText([], null, html, [new("a", "А")])));

    [Fact]
    public void A_long_text_of_brackets_takes_no_time()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Lesson(new LessonText([], null, string.Concat(Enumerable.Repeat("<b>\"<", 100_000)), []));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), clock.Elapsed.ToString());
    }

    private static SearchDocument Lesson(LessonText lesson)
    {
        var course = new Course { Id = new(Guid.CreateVersion7()), Slug = "c" };
        var id = new CourseVersionId(Guid.CreateVersion7());
        var version = new CourseVersion
        {
            Id = id,
            CourseId = course.Id,
            Number = 1,
            ContentHash = "",
            PublishedAt = DateTimeOffset.UnixEpoch,
            Manifest = new()
            {
                Title = "Курс",
                Language = "uk",
                Hours = new(1, 0),
                Certificate = new("", null, "", []),
            },
        };
        var activity = new ActivityVersion
        {
            CourseVersionId = id,
            ActivityId = new(Guid.CreateVersion7()),
            Position = 0,
            Slug = "l",
            Kind = ActivityKind.Lesson,
            Minutes = 1,
            CountsForCompletion = true,
        };
        activity.Texts.Add(
            new()
            {
                CourseVersionId = id,
                ActivityId = activity.ActivityId,
                Language = "uk",
                Title = "Урок",
                Lesson = lesson,
            }
        );
        version.Activities.Add(activity);
        return CourseDocuments.Of(new PublishedCourse(course, version)).Last();
    }

    private static LessonBlock Block(
        string id,
        string section,
        LessonBlockKind kind,
        string text
    ) => new(id, IsWritten: false, "", section, kind, text);
}
