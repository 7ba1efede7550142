using System.Net;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Features.Admin.Merging;
using Lms.Web.Tests.Journey;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Admin;

/// <summary>A person entered twice becomes one, and two again, and nothing is lost on the way.</summary>
public sealed class MergeTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Everything_moves_both_certificates_stay_and_undoing_restores_it_all(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        await TakeAsync(host, "specialist2");
        await TakeAsync(host, "specialist");
        var from = await PersonAsync(host, "specialist2");
        var into = await PersonAsync(host, "specialist");
        await TakeNotesAsync(host, from, into);
        var admin = await host.SignedInAsync("admin");
        var before = await DatabaseState.ReadAsync(host);

        var preview = await admin.OpenAsync(Address(from, into));
        Assert.Contains("Нотатки", preview.Body!.TextContent, StringComparison.Ordinal);
        using var merged = await admin.SubmitAsync(
            Address(from, into),
            "main form",
            ("sure", "true")
        );
        Assert.Equal(HttpStatusCode.Redirect, merged.StatusCode);
        await using (var db = host.Look())
        {
            Assert.Equal(2, await db.Certificates.CountAsync(one => one.PersonId == into));
            Assert.Equal(2, await db.Attempts.CountAsync(one => one.PersonId == into));
            Assert.Equal(
                [1, 2],
                await db
                    .Enrolments.Where(one => one.PersonId == into)
                    .Select(one => one.Edition)
                    .Order()
                    .ToListAsync()
            );
            // The second note on one lesson stays with the entry that was given up; the other moves.
            Assert.Equal(1, await db.LessonNotes.CountAsync(one => one.PersonId == from));
            Assert.Equal(2, await db.LessonNotes.CountAsync(one => one.PersonId == into));
            Assert.Equal(into, (await db.People.SingleAsync(one => one.Id == from)).MergedInto);
            Assert.NotNull(
                (await db.Accounts.SingleAsync(one => one.PersonId == from)).DeactivatedAt
            );
        }

        var own = await (await host.SignedInAsync("specialist")).OpenAsync("/certificates");
        Assert.Contains("DEMO-2026-000001", own.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("DEMO-2026-000002", own.Body.TextContent, StringComparison.Ordinal);

        await UndoAsync(host, admin);
        Assert.Equal(before, await DatabaseState.ReadAsync(host));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_login_moves_when_the_other_entry_has_none_and_comes_back(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var from = await PersonAsync(host, "specialist");
        var into = await AddAsync(host, "Дем’янчук-Зразок", "Оксана");
        var admin = await host.SignedInAsync("admin");
        var before = await DatabaseState.ReadAsync(host);

        using var merged = await admin.SubmitAsync(
            Address(from, into),
            "main form",
            ("sure", "true")
        );
        await using (var db = host.Look())
        {
            var login = await db.Accounts.SingleAsync(one => one.PersonId == into);
            Assert.Equal(("specialist@demo.example", null), (login.Email, login.DeactivatedAt));
        }

        await UndoAsync(host, admin);
        Assert.Equal(before, await DatabaseState.ReadAsync(host));
    }

    [Fact]
    public async Task The_enrolment_with_more_done_is_where_the_learner_goes_on()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var more = new Learner(host, await host.SignedInAsync("specialist2"));
        await more.ReadLessonsAsync();
        var course = await more.CourseAsync();
        var one = course.Activities.First(activity => activity.Lesson is not null);
        using var read = await (await host.SignedInAsync("specialist")).SubmitAsync(
            $"/courses/{course.Slug}/{one.Slug}",
            "form[action*='Read']"
        );
        var from = await PersonAsync(host, "specialist2");
        var into = await PersonAsync(host, "specialist");
        Assert.Equal(MergeAnswer.Merged, await MergeAsync(host, from, into));

        await using var db = host.Look();
        var open = await db
            .Enrolments.Where(enrolment => enrolment.PersonId == into)
            .OrderByDescending(enrolment => enrolment.Edition)
            .Select(enrolment => enrolment.Lessons.Count)
            .ToListAsync();
        Assert.Equal(2, open.Count);
        Assert.True(open[0] > open[1]);
        Assert.Equal(1, open[1]);
    }

    [Fact]
    public async Task What_was_done_after_a_merge_goes_with_its_enrolment()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var learner = new Learner(host, await host.SignedInAsync("specialist"));
        await learner.ReadLessonsAsync();
        var from = await PersonAsync(host, "specialist");
        var into = await AddAsync(host, "Дем’янчук-Зразок", "Оксана");
        await MergeAsync(host, from, into);
        await learner.StartQuizAsync();
        await learner.SubmitQuizAsync();
        await using var db = host.Look();
        Assert.Equal(into, (await db.Certificates.SingleAsync()).PersonId);

        var merge = await db.PersonMerges.SingleAsync();
        Assert.Equal(UndoAnswer.Parted, await UndoAsync(host, merge.Id));

        await using var after = host.Look();
        Assert.Equal(from, (await after.Certificates.SingleAsync()).PersonId);
        Assert.Equal(from, (await after.Attempts.SingleAsync()).PersonId);
        Assert.False(await after.Responses.AnyAsync(one => one.PersonId == into));
    }

    [Fact]
    public async Task Merges_are_undone_in_their_order()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var one = await AddAsync(host, "Ґудзь", "Їжак");
        var two = await AddAsync(host, "Ґудзь", "Їжак");
        var three = await AddAsync(host, "Ґудзь", "Їжак");
        await MergeAsync(host, one, two);
        Assert.Equal(MergeAnswer.Unknown, await MergeAsync(host, one, three));
        await MergeAsync(host, two, three);
        await using var db = host.Look();
        var first = await db.PersonMerges.SingleAsync(merge => merge.PersonId == one);
        var second = await db.PersonMerges.SingleAsync(merge => merge.PersonId == two);
        Assert.Equal(UndoAnswer.Later, await UndoAsync(host, first.Id));
        Assert.Equal(UndoAnswer.Parted, await UndoAsync(host, second.Id));
        Assert.Equal(UndoAnswer.Parted, await UndoAsync(host, first.Id));
        Assert.Equal(UndoAnswer.Unknown, await UndoAsync(host, first.Id));
    }

    [Fact]
    public async Task Nobody_is_merged_with_themselves_or_while_they_wait_to_be_erased()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var one = await AddAsync(host, "Ґудзь", "Їжак");
        var two = await AddAsync(host, "Ґудзь", "Їжак");
        Assert.Equal(MergeAnswer.Unknown, await MergeAsync(host, one, one));
        Assert.Equal(MergeAnswer.Unknown, await MergeAsync(host, one, new(Guid.CreateVersion7())));
        await using var db = host.Look();
        db.Erasures.Add(
            new Erasure
            {
                Id = new(Guid.CreateVersion7()),
                PersonId = one,
                AskedAt = LmsHost.Start,
                DueAt = LmsHost.Start.AddDays(30),
            }
        );
        await db.SaveChangesAsync();
        Assert.Equal(MergeAnswer.BeingErased, await MergeAsync(host, one, two));
        Assert.Equal(MergeAnswer.BeingErased, await MergeAsync(host, two, one));
        Assert.Equal(
            MergeAnswer.LastAdministrator,
            await MergeAsync(
                host,
                await PersonAsync(host, "admin"),
                await PersonAsync(host, "author")
            )
        );
    }

    [Fact]
    public async Task Twins_are_found_whatever_the_case_and_the_apostrophe()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await AddAsync(host, "ДЕМ'ЯНЧУК-ЗРАЗОК", "оксана");
        var admin = await host.SignedInAsync("admin");
        var page = await admin.OpenAsync("/admin/people/duplicates");
        Assert.Single(page.QuerySelectorAll("a[href*='/admin/people/merge']"));
        Assert.Contains(
            "specialist@demo.example",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_entry_under_another_spelling_is_found_by_its_surname()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var admin = await host.SignedInAsync("admin");
        var one = (await PersonAsync(host, "specialist")).Value;
        var other = (await PersonAsync(host, "specialist2")).Value;
        var address = $"/admin/people/duplicates?person={one}";
        var page = await admin.OpenAsync($"{address}&q=ЛЕВЧ");
        Assert.Equal(
            [$"/admin/people/merge?from={other}&into={one}"],
            page.QuerySelectorAll("a[href*='/admin/people/merge']")
                .Select(link => link.GetAttribute("href"))
        );
        Assert.Equal("ЛЕВЧ", page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.NotNull((await admin.OpenAsync($"{address}&q=xyz")).QuerySelector("[role=status]"));
        Assert.Null((await admin.OpenAsync("/admin/people/duplicates")).QuerySelector("#q"));
    }

    [Fact]
    public async Task Every_table_about_people_is_among_those_moved()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await using var db = host.Look();
        Assert.Equal(
            db.Model.GetEntityTypes()
                .Where(type => typeof(IOfPerson).IsAssignableFrom(type.ClrType))
                .Where(type => type.ClrType != typeof(PersonMerge))
                .Select(type => type.GetTableName())
                .Order(StringComparer.Ordinal),
            PersonTable.All(db).Select(table => table.Name)
        );
    }

    // Who did something to another's record, when: they stay what they were, and lead on by MergedInto.
    [Fact]
    public async Task Columns_that_name_another_person_are_known_one_by_one()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await using var db = host.Look();
        Assert.Equal(
            [
                "Account.PersonId",
                "AuditEntry.Subject",
                "ExtraAttempt.GrantedBy",
                "LiveEvent.By",
                "Mark.MarkedBy",
                "Person.Id",
                "Person.MergedInto",
                "PersonMerge.Into",
                "PersonMerge.PersonId",
                "Rescore.By",
                "Revocation.RevokedBy",
                "TimeAllowance.SetBy",
                "Waiver.GivenBy",
            ],
            db.Model.GetEntityTypes()
                .SelectMany(type =>
                    type.GetProperties()
                        .Where(column =>
                            (Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType)
                                == typeof(PersonId)
                            && (
                                column.Name != nameof(IOfPerson.PersonId)
                                || !PersonTable.Entities(db).Contains(type)
                            )
                        )
                        .Select(column => $"{type.ClrType.Name}.{column.Name}")
                )
                .Order(StringComparer.Ordinal)
        );
    }

    // A new one says here what happens to a second row: it stays where it is.
    [Fact]
    public async Task What_a_person_has_once_is_known_one_by_one()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await using var db = host.Look();
        Assert.Equal(
            [
                "AnnouncementRead: AnnouncementId",
                "AttendedSession: SessionId",
                "CalendarFeed: ",
                "CertificationPeriod: Certification, Cycle",
                "ChangeTaken: CourseVersionId",
                "CheckIn: SessionId",
                "ChecklistTick: ActivityId, Entry",
                "ImportedPerson: ImportId",
                "LastPlace: CourseId",
                "LessonNote: ActivityId",
                "MadeUpBlock: SessionId, From",
                "NoticeSeen: Version",
                "Reminder: Event",
                "SessionSeat: SessionId",
                "SessionTrainer: SessionId",
            ],
            PersonTable
                .Entities(db)
                .SelectMany(type =>
                    PersonTable
                        .UniqueOf(type)
                        .Select(one =>
                            $"{type.ClrType.Name}: {string.Join(", ", one.Columns.Select(column => column.Name))}"
                        )
                )
                .Order(StringComparer.Ordinal)
        );
    }

    private static string Address(PersonId from, PersonId into) =>
        $"/admin/people/merge?from={from.Value}&into={into.Value}";

    private static async Task UndoAsync(LmsHost host, HttpClient admin)
    {
        await using var db = host.Look();
        var merge = await db.PersonMerges.SingleAsync(one => one.UndoneAt == null);
        using var undone = await admin.SubmitAsync(
            $"/admin/people/merges/{merge.Id.Value}",
            "main form"
        );
        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        Assert.Equal($"/admin/people/{merge.PersonId.Value}", undone.Headers.Location!.ToString());
    }

    private static async Task<UndoAnswer> UndoAsync(LmsHost host, PersonMergeId merge)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<UndoMerge>().RunAsync(merge, null);
    }

    private static async Task<MergeAnswer> MergeAsync(LmsHost host, PersonId from, PersonId into)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<MergePeople>()
            .RunAsync(from, into, null);
    }

    private static async Task TakeAsync(LmsHost host, string name)
    {
        var learner = new Learner(host, await host.SignedInAsync(name));
        await learner.ReadLessonsAsync();
        await learner.StartQuizAsync();
        await learner.SubmitQuizAsync();
    }

    private static async Task TakeNotesAsync(LmsHost host, PersonId from, PersonId into)
    {
        await using var db = host.Look();
        var lessons = await db.Activities.OrderBy(one => one.Id).Take(2).ToListAsync();
        foreach (var (person, lesson) in new[] { (from, 0), (from, 1), (into, 0) })
        {
            db.LessonNotes.Add(
                new LessonNote
                {
                    PersonId = person,
                    ActivityId = lessons[lesson].Id,
                    Text = $"нотатка {lesson}",
                    Revision = 1,
                    SavedAt = LmsHost.Start,
                }
            );
        }

        await db.SaveChangesAsync();
    }

    private static async Task<PersonId> PersonAsync(LmsHost host, string name)
    {
        await using var db = host.Look();
        return (await db.Accounts.SingleAsync(one => one.Email == $"{name}@demo.example"))
            .PersonId!
            .Value;
    }

    private static async Task<PersonId> AddAsync(LmsHost host, string family, string given)
    {
        await using var db = host.Look();
        var person = new Person
        {
            Id = new(Guid.CreateVersion7()),
            Name = new(family, given, ""),
            Community = new("UA59080110000034361"),
            CreatedAt = host.Clock.GetUtcNow(),
        };
        db.People.Add(person);
        await db.SaveChangesAsync();
        return person.Id;
    }
}
