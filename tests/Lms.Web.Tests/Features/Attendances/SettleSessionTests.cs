using Lms.Domain.Courses;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Attending;
using Lms.Web.Tests.Journey;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Attendances;

public sealed class SettleSessionTests
{
    private const string Deck = """
        ---
        title: "Розмова"
        minutes: 60
        ---

        ## Вітаємо

        Текст.
        """;

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Attending_completes_a_course_that_asks_for_a_session(string database)
    {
        var content = await WrittenCourse.BesideAsync(
            (
                "talk/course.md",
                WrittenCourse.Manifest(
                    "Розмова",
                    "completion: {lessons: all, session: 1}\ncertificate: {title: \"С\", form: \"ф\"}"
                )
            ),
            ("talk/01-first.md", WrittenCourse.Lesson("Урок", "Текст.", "minutes: 60")),
            ("talk/02-live.slides.md", Deck)
        );
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database), content);
        var person = await host.PersonAsync("specialist");
        var client = await host.SignedInAsync("specialist");
        using (await client.SubmitAsync("/courses/talk/first", "form[action*='Read']")) { }
        var before = await client.OpenAsync("/courses/talk");
        Assert.Equal("1", before.QuerySelector("progress")!.GetAttribute("value"));
        Assert.Equal("2", before.QuerySelector("progress")!.GetAttribute("max"));

        var held = (await HeldSession.OfCourseAsync(host, "talk")).Lives(0);
        await held.Seated(person).There(person, 5, 60).EndsAsync();
        await held.SettleAsync();
        await held.SettleAsync();

        await using var db = host.Look();
        var fact = await db.AttendedSessions.SingleAsync();
        Assert.Equal(
            (person, AttendanceVerdict.Attended, 55, 0),
            (fact.PersonId, fact.Verdict, fact.Minutes, fact.MadeUpMinutes)
        );
        Assert.Equal(person, (await db.Completions.SingleAsync()).PersonId);
        Assert.Equal(1, await db.Certificates.CountAsync());
        var after = await client.OpenAsync("/courses/talk");
        Assert.NotNull(after.QuerySelector(".verdict.good"));
        var deck = await client.OpenAsync("/courses/talk/live");
        Assert.Contains("Відвідано", deck.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_attended_before_they_began_has_that_step_done()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var person = await host.PersonAsync("specialist");
        var held = (await HeldSession.OfCourseAsync(host)).Lives(0);
        await held.Seated(person).There(person, 0, 60).EndsAsync();
        await held.SettleAsync();
        await new Learner(host, await host.SignedInAsync("specialist")).ReadLessonsAsync();

        var course = (
            await host.Services.GetRequiredService<PublishedCourses>().FindAsync("k1-basics")
        )!;
        await using var db = host.Look();
        var standing = await host
            .Services.GetRequiredService<Standings>()
            .InsideAsync(db, person, course.Id);

        Assert.Contains(
            course.Activities.Single(one => one.Kind == ActivityKind.LiveSession).Id,
            standing.Progress.Done
        );
    }

    [Fact]
    public async Task A_rehearsal_counts_for_nobody_and_neither_does_a_session_that_runs()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var person = await host.PersonAsync("specialist");
        var held = (await HeldSession.PlannedAsync(host)).Lives(0);
        await held.Seated(person).There(person, 0, 60).RunsAsync();
        await using var work = host.Services.WorkAs("a test settles");
        var settle = work.Services.GetRequiredService<SettleSession>();

        Assert.Equal(0, await settle.RunAsync(held.Id));
        Assert.Equal(0, await settle.RunAsync(new(Guid.CreateVersion7())));
    }

    [Fact]
    public async Task A_session_renews_a_certification_that_names_it()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var person = await host.PersonAsync("specialist");
        var learner = new Learner(host, await host.SignedInAsync("specialist"));
        await learner.ReadLessonsAsync();
        await learner.StartQuizAsync();
        await learner.SubmitQuizAsync();
        host.Clock.Forward(TimeSpan.FromDays(700));
        var held = (await HeldSession.OfCourseAsync(host)).Lives(0);
        await held.Seated(person).There(person, 0, 60).EndsAsync();
        await held.SettleAsync();

        await using var db = host.Look();
        var periods = await db
            .CertificationPeriods.Where(one => one.PersonId == person)
            .OrderBy(one => one.Cycle)
            .ToListAsync();
        Assert.Equal([1, 2], periods.Select(one => one.Cycle));
        Assert.Equal("B", periods[1].Path);
    }

    [Fact]
    public async Task A_trainers_word_stands_over_the_minutes_and_is_taken_back_by_another()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var person = await host.PersonAsync("specialist");
        var held = (await HeldSession.PlannedAsync(host)).Lives(0);
        await held.Seated(person).There(person, 0, 30).EndsAsync();
        var account = await host.AccountAsync("trainer");
        await using var work = host.Services.WorkAs("a test decides");
        var decide = work.Services.GetRequiredService<DecideAttendance>();

        Assert.Equal(DecideAnswer.NeedsReason, await Say(true, "  "));
        Assert.Equal(DecideAnswer.Decided, await Say(true, "Не було світла, був у залі."));
        await using var db = host.Look();
        Assert.Equal(30, (await db.AttendedSessions.SingleAsync()).Minutes);
        Assert.Equal(DecideAnswer.Decided, await Say(false, "Помилка в імені."));
        Assert.Equal(0, await db.AttendedSessions.CountAsync());
        Assert.Equal(DecideAnswer.Decided, await Say(null, "Хай рахують хвилини."));
        Assert.Equal(
            AttendanceVerdict.NotAttended,
            (await held.LineAsync(person)).Attendance.Verdict
        );
        Assert.Equal(
            3,
            await db.Audit.CountAsync(one => one.Action == AuditAction.AttendanceDecided)
        );

        Task<DecideAnswer> Say(bool? isAttended, string reason) =>
            decide.RunAsync(held.Id, person, isAttended, reason, account);
    }

    [Fact]
    public async Task Open_questions_stay_with_the_course_and_one_letter_tells_what_was_agreed()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var person = await host.PersonAsync("specialist");
        var held = (await HeldSession.OfCourseAsync(host)).Lives(0);
        held.Seated(person).There(person, 0, 60);
        var open = held.Says(
            10,
            person,
            new RoomEvent.Asked("Хто приймає заяву?", AskedState.Shown)
        );
        var done = held.Says(11, null, new RoomEvent.Asked("А термін?", AskedState.Shown));
        held.Says(12, held.Trainer, new RoomEvent.AskedSet(done, AskedState.Answered));
        held.Says(
            50,
            held.Trainer,
            new RoomEvent.DecisionNoted("Звірити номери", "ЦНАП", new(2026, 12, 4))
        );
        await held.EndsAsync();
        await held.SettleAsync();
        await held.SettleAsync();

        await using var db = host.Look();
        var question = await db.CourseQuestions.SingleAsync();
        Assert.Equal((open, "Хто приймає заяву?"), (question.EventNumber, question.Text));
        var letter = await db.OutgoingMail.SingleAsync(one =>
            one.Event.StartsWith("session-after:")
        );
        Assert.Equal(("specialist@demo.example", "Після зустрічі"), (letter.To, letter.Subject));
        Assert.Contains(
            "Звірити номери. Хто: ЦНАП. До 4 грудня 2026.",
            letter.Body,
            StringComparison.Ordinal
        );
    }
}

internal static class SessionAccounts
{
    public static async Task<AccountId> AccountAsync(this LmsHost host, string name)
    {
        await using var db = host.Look();
        return await db
            .Accounts.Where(account => account.Email == $"{name}@demo.example")
            .Select(account => account.Id)
            .SingleAsync();
    }
}
