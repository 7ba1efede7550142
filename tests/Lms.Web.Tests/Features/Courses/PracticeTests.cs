using System.Net;
using AngleSharp.Html.Dom;
using Lms.Domain.Courses;
using Lms.Domain.Quizzes;
using Lms.Web.Content;
using Lms.Web.Features.Courses;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Support;
using Lms.Web.Tests.Support.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>Practice questions of lessons: asked on a page of their own, checked, never graded.</summary>
public sealed class PracticeTests
{
    private const string Canary = "zzcanaryzz";
    private const string Form = "#practice form";

    private static readonly IReadOnlyList<Question> Questions =
    [
        .. EveryKind.Questions(Canary).Where(question => question.IsMarkedByRule),
    ];

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task An_answer_is_kept_for_its_learner_and_moves_no_progress(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        await PublishAsync(host);
        var learner = await host.SignedInAsync("specialist");

        await AnswerAsync(host, learner, "q-single", rightly: false);
        await AnswerAsync(host, learner, "q-single", rightly: true);

        await using var db = host.Look();
        var kept = await db.PracticeAnswers.OrderBy(answer => answer.Position).ToListAsync();
        Assert.Equal([false, true], kept.Select(answer => answer.IsRight));
        Assert.Equal(0, await db.LessonProgress.CountAsync());
        Assert.Contains("правильно", await LastAsync(learner));
        Assert.Null(await LastAsync(await host.SignedInAsync("specialist2")));
        Assert.Null(await LastAsync(await host.SignedInAsync("manager")));
    }

    [Fact]
    public async Task A_visitor_of_a_public_course_answers_every_kind_and_nothing_is_kept()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await PublishAsync(host, CourseAccess.Public);
        var visitor = host.Anonymous();

        foreach (var question in Questions.Where(question => question is not Scale))
        {
            var right = await AnswerAsync(host, visitor, question.Id, rightly: true);
            var wrong = await AnswerAsync(host, visitor, question.Id, rightly: false);

            Assert.Contains("Правильно", right.QuerySelector(".marked .tag")!.TextContent);
            Assert.DoesNotContain("Правильно", wrong.QuerySelector(".marked .tag")!.TextContent);
            Assert.Contains(Canary, wrong.QuerySelector(".explanation")!.TextContent);
        }

        var scale = await AnswerAsync(host, visitor, "q-scale", rightly: true);
        Assert.NotNull(scale.QuerySelector(".marked"));
        await using var db = host.Look();
        Assert.Equal(0, await db.PracticeAnswers.CountAsync());
    }

    [Fact]
    public async Task No_key_leaves_the_server_before_the_answer()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await PublishAsync(host, CourseAccess.Public);
        var visitor = host.Anonymous();
        string[] addresses =
        [
            TestCourse.Lesson,
            $"/courses/{TestCourse.Slug}",
            "/courses?q=одним",
            .. Questions.Select(question => AddressOf(question.Id)),
        ];

        foreach (var address in addresses)
        {
            using var answer = await visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain(Canary, await answer.Content.ReadAsStringAsync());
        }

        using var empty = await visitor.SubmitAsync(AddressOf("q-short"), Form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.DoesNotContain(Canary, await empty.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_question_is_laid_out_anew_each_time_and_kept_by_no_cache()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await PublishAsync(host, CourseAccess.Public);
        var visitor = host.Anonymous();

        using var first = await visitor.GetAsync(AddressOf("q-single"));
        var again = await visitor.OpenAsync(AddressOf("q-single"));

        Assert.True(first.Headers.CacheControl!.NoStore);
        Assert.Empty(OptionIds(await first.ReadAsync()).Intersect(OptionIds(again)));
    }

    [Fact]
    public async Task A_form_that_is_not_ours_is_asked_anew()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await PublishAsync(host, CourseAccess.Public);
        var visitor = host.Anonymous();
        var other = await visitor.OpenAsync(AddressOf("q-numeric"));
        var foreign = ((IHtmlInputElement)other.QuerySelector("[name=paper]")!).Value;

        foreach (var paper in new[] { "", "abc", foreign })
        {
            using var answer = await visitor.SubmitAsync(
                AddressOf("q-short"),
                Form,
                ("paper", paper),
                ("q-q-short", "обман")
            );
            Assert.Equal(AddressOf("q-short"), answer.Headers.Location?.ToString());
        }
    }

    [Fact]
    public async Task A_course_for_members_asks_to_sign_in_and_what_is_not_there_is_not_found()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await PublishAsync(host);

        using var visitor = await host.Anonymous().GetAsync(AddressOf("q-single"));
        var learner = await host.SignedInAsync("specialist");
        using var absent = await learner.GetAsync(AddressOf("q-none"));

        Assert.Contains("/account/login", visitor.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
    }

    private static string AddressOf(string id) => $"{TestCourse.Lesson}/practice/{id}";

    private static async Task<string?> LastAsync(HttpClient reader) =>
        (await reader.OpenAsync(AddressOf("q-single")))
            .QuerySelector("#practice > .notice")
            ?.TextContent;

    private static IEnumerable<string?> OptionIds(IHtmlDocument page) =>
        page.QuerySelectorAll(".option input").Select(option => option.GetAttribute("value"));

    private static async Task<IHtmlDocument> AnswerAsync(
        LmsHost host,
        HttpClient reader,
        string id,
        bool rightly
    )
    {
        var page = await reader.OpenAsync(AddressOf(id));
        var paper = ((IHtmlInputElement)page.QuerySelector("[name=paper]")!).Value;
        var placed = host.Services.GetRequiredService<OpenedQuestions>().Read(paper)!.Placed;
        var question = Questions.First(one => one.Id == id);
        var values = rightly ? question.Right(placed) : question.Wrong(placed);
        using var answer = await reader.SubmitAsync(
            page,
            AddressOf(id),
            Form,
            [.. FormFields.Of(question, values)]
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.ReadAsync();
    }

    private static Task<PublishedCourse> PublishAsync(
        LmsHost host,
        CourseAccess access = CourseAccess.Members
    )
    {
        var draft = TestCourse.Draft(EveryKind.Two());
        var lesson = draft.Activities[0];
        return host.Services.PublishAsync(
            draft with
            {
                Manifest = draft.Manifest with { Access = access },
                Activities =
                [
                    lesson with
                    {
                        Words = lesson.Words with { Practice = Questions },
                    },
                    draft.Activities[1],
                ],
            }
        );
    }
}
