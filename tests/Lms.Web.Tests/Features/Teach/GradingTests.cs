using System.Net;
using Lms.Domain.Learning;
using Lms.Domain.Shared;
using Lms.Web.Access;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Teach;

/// <summary>Answers that a trainer marks, and keys that change.</summary>
public sealed class GradingTests
{
    private const string Learner = "specialist2@demo.example";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_mark_makes_the_pass_once_and_tells_the_learner(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var attempt = await WrittenAsync(host);
        var trainer = await host.SignedInAsync("trainer");
        var address = $"/teach/grading/{attempt.Value}/q-essay";
        await using var db = host.Look();
        Assert.Equal(1, (await db.AttemptResults.SingleAsync(r => r.AttemptId == attempt)).Waiting);
        Assert.Empty(await db.Passes.ToListAsync());

        var queue = await trainer.OpenAsync("/teach/grading");
        Assert.Equal(address, queue.QuerySelector(".rows a")!.GetAttribute("href"));
        var page = await trainer.OpenAsync(address);
        Assert.Contains(
            "Спершу безпека",
            page.QuerySelector(".written")!.TextContent,
            StringComparison.Ordinal
        );
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var marked = await trainer.SubmitAsync(
                page,
                address,
                "main form",
                ("points", "3"),
                ("remark", "Добре, що ви почали з безпеки."),
                ("keep", "true")
            );
            Assert.Equal(HttpStatusCode.Redirect, marked.StatusCode);
        }

        Assert.Single(await db.Marks.ToListAsync());
        var rescore = await db.Rescores.SingleAsync();
        Assert.Equal(
            (RescoreCause.Marked, Points.Whole(4), true, 0),
            (rescore.Cause, rescore.Earned, rescore.IsPassed, rescore.Waiting)
        );
        Assert.Equal(attempt, (await db.Passes.SingleAsync()).AttemptId);
        Assert.Single(
            await db
                .OutgoingMail.Where(mail => mail.Event.StartsWith("attempt-marked"))
                .ToListAsync()
        );
        Assert.Empty((await trainer.OpenAsync("/teach/grading")).QuerySelectorAll(".rows a"));
        Assert.Single(await db.SavedRemarks.ToListAsync());
    }

    [Fact]
    public async Task Points_the_question_does_not_have_are_refused_and_nothing_typed_is_lost()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var attempt = await WrittenAsync(host);
        var trainer = await host.SignedInAsync("trainer");
        var address = $"/teach/grading/{attempt.Value}/q-essay";

        foreach (var points in new[] { "4", "-1", "1e3", "багато", "" })
        {
            using var answer = await trainer.SubmitAsync(
                address,
                "main form",
                ("points", points),
                ("remark", "Моє зауваження")
            );
            var page = await answer.ReadAsync();
            Assert.NotNull(page.QuerySelector("[role=alert]"));
            Assert.Equal("Моє зауваження", page.QuerySelector("#remark")!.TextContent);
        }

        await using var db = host.Look();
        Assert.Empty(await db.Marks.ToListAsync());
    }

    [Fact]
    public async Task Read_blind_the_queue_names_nobody()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var attempt = await WrittenAsync(host);
        var trainer = await host.SignedInAsync("trainer");
        await using var db = host.Look();
        var name = (
            await db.People.SingleAsync(p => db.Attempts.Any(a => a.PersonId == p.Id))
        ).Name;

        foreach (
            var address in new[]
            {
                "/teach/grading?blind=true",
                $"/teach/grading/{attempt.Value}/q-essay?blind=true",
            }
        )
        {
            var page = await trainer.OpenAsync(address);
            Assert.DoesNotContain(name.Family, page.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_trainer_who_does_not_teach_the_course_sees_nothing_of_it()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var attempt = await WrittenAsync(host);
        await using (var db = host.Look())
        {
            db.CourseTrainers.RemoveRange(await db.CourseTrainers.ToListAsync());
            await db.SaveChangesAsync();
        }

        var trainer = await host.SignedInAsync("trainer");
        var person = await new TaughtQuiz(host).PersonAsync(Learner);
        foreach (
            var address in new[]
            {
                $"/teach/grading/{attempt.Value}/q-essay",
                $"/teach/grading/k1-basics/{TaughtQuiz.Slug}/keys",
                $"/teach/statistics/k1-basics/{TaughtQuiz.Slug}",
                $"/teach/learners/{person.Value}",
            }
        )
        {
            using var answer = await trainer.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_changed_key_is_applied_with_a_reason_and_undone_by_the_old_one(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var quiz = new TaughtQuiz(host);
        await quiz.PublishAsync(TaughtQuiz.Single("q-means", right: 1));
        var attempt = await quiz.TakeAsync(
            Learner,
            placed => [placed.Options.Single(o => o.Index == 0).Id]
        );
        await quiz.PublishAsync(TaughtQuiz.Single("q-means", right: 0));
        var trainer = await host.SignedInAsync("trainer");
        var address = $"/teach/grading/k1-basics/{TaughtQuiz.Slug}/keys";

        var shown = await trainer.OpenAsync(address);
        Assert.Contains(
            "1 спроба стане складеною",
            shown.Body!.TextContent,
            StringComparison.Ordinal
        );
        using var refused = await trainer.SubmitAsync(address, "main form", ("reason", " "));
        Assert.NotNull((await refused.ReadAsync()).QuerySelector("[role=alert]"));
        using var applied = await trainer.SubmitAsync(
            address,
            "main form",
            ("reason", "Ключ був хибний.")
        );
        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);

        await using (var db = host.Look())
        {
            Assert.True((await db.Rescores.SingleAsync()).IsPassed);
            Assert.Equal(attempt, (await db.Passes.SingleAsync()).AttemptId);
            Assert.Single(
                await db.Audit.Where(e => e.Action == AuditAction.QuizRegraded).ToListAsync()
            );
            Assert.False(
                (await db.AttemptResults.SingleAsync(r => r.AttemptId == attempt)).IsPassed
            );
        }

        using var undone = await trainer.SubmitAsync(
            $"{address}?version=101",
            "main form",
            ("reason", "Помилка: ключ був правильний.")
        );
        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        await using (var db = host.Look())
        {
            Assert.Equal(
                [true, false],
                await db.Rescores.OrderBy(r => r.Position).Select(r => r.IsPassed).ToListAsync()
            );
            Assert.Single(await db.Passes.ToListAsync());
        }
    }

    [Fact]
    public async Task Statistics_tell_numbers_and_wait_for_eight_people()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var quiz = new TaughtQuiz(host);
        await quiz.PublishAsync(
            TaughtQuiz.Single("q-means", right: 0),
            TaughtQuiz.Single("q-other", right: 1)
        );
        await quiz.TakeAsync(Learner, placed => [placed.Options.Single(o => o.Index == 0).Id]);

        var page = await (await host.SignedInAsync("trainer")).OpenAsync(
            $"/teach/statistics/k1-basics/{TaughtQuiz.Slug}"
        );

        var cards = page.QuerySelectorAll(".card");
        Assert.Equal(2, cards.Length);
        Assert.Contains("Відповіла 1 людина", cards[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("замало", cards[0].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("вибрали", cards[0].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("%", cards[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trainer_gives_time_and_one_more_attempt()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await WrittenAsync(host);
        var trainer = await host.SignedInAsync("trainer");
        var person = await new TaughtQuiz(host).PersonAsync(Learner);
        var address = $"/teach/learners/{person.Value}";

        using var time = await trainer.SubmitAsync(
            address,
            "form[action*=Time]",
            ("factor", "Half")
        );
        using var extra = await trainer.SubmitAsync(
            address,
            "form[action*=Extra]",
            ("reason", "Вимкнули світло посеред тесту.")
        );

        Assert.Equal(HttpStatusCode.Redirect, time.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, extra.StatusCode);
        await using var db = host.Look();
        Assert.Equal(TimeFactor.Half, (await db.TimeAllowances.SingleAsync()).Factor);
        Assert.Equal(
            "Вимкнули світло посеред тесту.",
            (await db.ExtraAttempts.SingleAsync()).Reason
        );
    }

    private static async Task<AttemptId> WrittenAsync(LmsHost host)
    {
        var quiz = new TaughtQuiz(host);
        await quiz.PublishAsync(
            TaughtQuiz.Single("q-means", right: 0),
            TaughtQuiz.Essay("q-essay", points: 3)
        );
        return await quiz.TakeAsync(
            Learner,
            placed =>
                placed.Options.Count == 0
                    ? ["Спершу безпека, тоді згода."]
                    : [placed.Options.Single(option => option.Index == 0).Id]
        );
    }
}
