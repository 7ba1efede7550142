using System.Net;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Privacy;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Erasing;
using Lms.Web.Mail;
using Lms.Web.Tests.Journey;
using Lms.Web.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Lms.Web.Tests.Features.Privacy;

public sealed class ErasureTests
{
    [Fact]
    public async Task No_word_of_an_erased_person_is_left_in_the_bytes_of_the_data_folder()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var gone = await Traces.LeaveAsync(host, "specialist");
        var stays = await Traces.LeaveAsync(host, "specialist2");
        await CarryAsync(host, gone);
        await CarryAsync(host, stays);
        foreach (var word in gone.Words.Concat(stays.Words))
        {
            Assert.True(
                RawBytes.Found(host, [word]).Count > 0,
                $"The search does not find {word}."
            );
        }

        Assert.Equal(ErasureAnswer.Done, await EraseAsync(host, gone.Person));

        Assert.Equal([], RawBytes.Found(host, gone.Words));
        foreach (var word in stays.Words)
        {
            Assert.True(RawBytes.Found(host, [word]).Count > 0, $"{word} of another was lost.");
        }
    }

    [Fact]
    public async Task Whoever_asked_and_has_gone_once_it_was_done_is_told_no_failure_and_the_bytes_go()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var gone = await Traces.LeaveAsync(host, "specialist");
        using var asking = new CancellationTokenSource();
        host.Services.GetRequiredService<AfterErasure>().Look = asking.CancelAsync;

        await using var work = host.Services.WorkAs("a test erases");
        var erase = work.Services.GetRequiredService<ErasePerson>();
        Assert.Equal(ErasureAnswer.Done, await erase.RunAsync(gone.Person, cancel: asking.Token));

        Assert.Equal([], RawBytes.Found(host, gone.Words));
    }

    [Fact]
    public async Task A_database_that_refuses_to_be_rewritten_is_no_failure_of_what_was_deleted()
    {
        var folder = Directory.CreateTempSubdirectory("lms-test-").FullName;
        var source = $"Data Source={Path.Combine(folder, "a.db")};Default Timeout=1;Pooling=False";
        await using (var other = new SqliteConnection(source))
        {
            await other.OpenAsync();
            await using var command = other.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL; CREATE TABLE a (b); BEGIN IMMEDIATE";
            await command.ExecuteNonQueryAsync();
            await using var db = new SqliteLmsDbContext(
                new DbContextOptionsBuilder<SqliteLmsDbContext>().UseSqlite(source).Options
            );

            Assert.False(await SqliteFiles.ForgetDeletedAsync(db, rewrite: true, default));
            command.CommandText = "ROLLBACK";
            await command.ExecuteNonQueryAsync();
            Assert.True(await SqliteFiles.ForgetDeletedAsync(db, rewrite: true, default));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_mark_that_cannot_be_read_says_that_nothing_is_done_and_is_written_anew()
    {
        var folder = Directory.CreateTempSubdirectory("lms-test-").FullName;
        var ledger = new ErasureFile(new() { Data = folder });
        Assert.True(ledger.Forgets(7));
        Assert.Equal(7, ledger.Forgotten);
        var mark = Path.Combine(folder, "erasures.forgotten");
        using (new FileStream(mark, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Equal(0, ledger.Forgotten);
            Assert.True(ledger.Forgets(9));
            Assert.Equal(9, ledger.Forgotten);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Files_that_could_not_be_rewritten_after_an_erasure_are_the_next_day()
    {
        var folder = Directory.CreateTempSubdirectory("lms-test-").FullName;
        var source = $"Data Source={Path.Combine(folder, "lms.db")};Default Timeout=1";
        await using var host = await LmsHost.StartInAsync(
            folder,
            TestDatabase.Sqlite,
            settings: ("Lms:Database:ConnectionString", source)
        );
        var gone = await Traces.LeaveAsync(host, "specialist");
        var ledger = host.Services.GetRequiredService<ErasureFile>();
        await using (var other = new SqliteConnection($"{source};Pooling=False"))
        {
            await other.OpenAsync();
            // Somebody begins to write once the rows are gone.
            host.Services.GetRequiredService<AfterErasure>().Look = () =>
            {
                using var command = other.CreateCommand();
                command.CommandText = "BEGIN IMMEDIATE";
                command.ExecuteNonQuery();
                return Task.CompletedTask;
            };

            Assert.Equal(ErasureAnswer.Done, await EraseAsync(host, gone.Person));

            Assert.NotEqual([], RawBytes.Found(host, gone.Words));
            Assert.NotEqual(ledger.Length, ledger.Forgotten);
        }

        await using var work = host.Services.WorkAs("a test comes to the next day");
        await ActivatorUtilities.CreateInstance<ErasePeopleDue>(work.Services).RunAsync();

        Assert.Equal([], RawBytes.Found(host, gone.Words));
        Assert.Equal(ledger.Length, ledger.Forgotten);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Facts_stay_under_the_surrogate_and_everything_else_is_gone(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var gone = await Traces.LeaveAsync(host, "specialist");
        var other = await Traces.LeaveAsync(host, "specialist2");
        await new Learner(host, await host.SignedInAsync("specialist")).StartQuizAsync();
        await using var before = host.Look();
        var code = await before
            .Certificates.Where(one => one.PersonId == gone.Person)
            .Select(one => one.Code)
            .SingleAsync();

        Assert.Equal(ErasureAnswer.Done, await EraseAsync(host, gone.Person));

        await using var db = host.Look();
        var person = await db.People.SingleAsync(one => one.Id == gone.Person);
        Assert.StartsWith("Видалена особа #", person.Name.Full, StringComparison.Ordinal);
        Assert.NotNull(person.ErasedAt);
        Assert.Null(person.LatinName);
        Assert.Equal(1, await db.AttemptResults.CountAsync(one => one.PersonId == gone.Person));
        Assert.Equal(1, await db.Attempts.CountAsync(one => one.PersonId == gone.Person));
        Assert.Equal(1, await db.Completions.CountAsync(one => one.PersonId == gone.Person));
        Assert.Equal(1, await db.Certificates.CountAsync(one => one.PersonId == gone.Person));
        Assert.Equal(0, await db.CertificateContents.CountAsync(c => c.PersonId == gone.Person));
        Assert.Equal(0, await db.CertificateDocuments.CountAsync(c => c.PersonId == gone.Person));
        Assert.Equal(0, await db.Responses.CountAsync(one => one.PersonId == gone.Person));
        Assert.Equal(0, await db.LessonNotes.CountAsync(one => one.PersonId == gone.Person));
        Assert.Equal(0, await db.Accounts.CountAsync(one => one.Id == gone.Account));
        Assert.Equal(0, await db.Registrations.CountAsync(one => one.Login == gone.Email));
        Assert.Equal(["manager@demo.example", other.Email], await LettersAsync(db));
        Assert.Equal(1, await db.LessonNotes.CountAsync(one => one.PersonId == other.Person));
        Assert.Equal(1, await db.CertificateContents.CountAsync());
        var entry = await db.Audit.SingleAsync(one => one.Action == AuditAction.PersonErased);
        Assert.Equal(gone.Person, entry.Subject);
        Assert.Null(AuditChain.FirstBroken(await db.Audit.OrderBy(e => e.Position).ToListAsync()));

        var page = await host.Anonymous().OpenAsync($"/verify/{code}");
        Assert.DoesNotContain("Дем’янчук", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("DEMO-2026-000001", page.Body.TextContent, StringComparison.Ordinal);
        using var signedOut = await (await host.SignedInAsync("specialist")).GetAsync("/learn");
        Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
    }

    [Fact]
    public async Task The_only_administrator_is_not_erased()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await using var db = host.Look();
        var admin = await PersonAsync(db, "admin@demo.example");

        Assert.Equal(ErasureAnswer.LastAdministrator, await EraseAsync(host, admin));
        Assert.Empty(host.Services.GetRequiredService<ErasureFile>().Read());

        var second = await db.Accounts.SingleAsync(one => one.Email == "author@demo.example");
        db.Grants.Add(
            new()
            {
                Id = new(Guid.CreateVersion7(LmsHost.Start)),
                AccountId = second.Id,
                Role = AccessRole.Admin,
                From = new(2026, 11, 1),
            }
        );
        await db.SaveChangesAsync();
        Assert.Equal(ErasureAnswer.Done, await EraseAsync(host, admin));
        Assert.Equal(ErasureAnswer.NoSuchPerson, await EraseAsync(host, new(Guid.Empty)));
    }

    [Fact]
    public async Task Whom_an_older_copy_of_the_database_brings_back_is_erased_again()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var gone = await Traces.LeaveAsync(host, "specialist");
        var ledger = host.Services.GetRequiredService<ErasureFile>();
        // The ledger knows, the database does not: as after a crash in between or a restore.
        await ledger.AddAsync([gone.Person], LmsHost.Start, CancellationToken.None);
        await File.AppendAllTextAsync(ledger.Path, "{\"surrogate\":\"torn");

        Assert.Equal(1, await ReapplyAsync(host));

        Assert.Equal([], RawBytes.Found(host, gone.Words));
        Assert.Equal(0, await ReapplyAsync(host));
        var lines = ledger.Read();
        Assert.Equal(1, lines.Count(line => line is null));
        Assert.Equal(2, lines.Count(line => line?.Surrogate == gone.Person.Value));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_wish_taken_back_while_the_job_runs_wins_or_is_told_too_late(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        await using var db = host.Look();
        var names = new[] { "specialist", "specialist2", "auditor", "author", "trainer" };
        var taken = 0;
        foreach (var (turn, name) in names.Index())
        {
            var account = await db.Accounts.SingleAsync(one => one.Email == $"{name}@demo.example");
            var person = account.PersonId!.Value;
            await using var work = host.Services.WorkAs("a test asks, takes back and erases");
            var ask = work.Services.GetRequiredService<AskErasure>();
            var erase = work.Services.GetRequiredService<ErasePerson>();
            await ask.AskAsync(person, account.Id, Texts.Uk);
            host.Clock.Forward(TimeSpan.FromDays(14));
            // The job has read who is due; the first is taken back before it comes to them.
            var back = Task.Run(() => ask.TakeBackAsync(person, account.Id));
            if (turn == 0)
            {
                await back;
            }

            var answer = (await erase.RunDueAsync([person]))[0];
            var isBack = await back;

            Assert.Equal(isBack ? ErasureAnswer.TakenBack : ErasureAnswer.Done, answer);
            db.ChangeTracker.Clear();
            var now = await db.People.SingleAsync(one => one.Id == person);
            Assert.Equal(isBack, now.ErasedAt is null);
            Assert.Equal(isBack, await db.Accounts.AnyAsync(one => one.Id == account.Id));
            var wish = await db.Erasures.SingleAsync(one => one.PersonId == person);
            Assert.Equal(isBack, wish.CancelledAt is not null);
            Assert.Equal(isBack, wish.DoneAt is null);
            var lines = host.Services.GetRequiredService<ErasureFile>().Read();
            Assert.Equal(isBack, lines.All(line => line!.Surrogate != person.Value));
            taken += isBack ? 1 : 0;
        }

        Assert.True(taken >= 1);
    }

    [Fact]
    public async Task A_former_name_does_not_stay_in_the_request_that_was_approved()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var asked = await host.Anonymous()
            .SubmitAsync(
                "/account/register",
                "main form",
                ("Person.Family", "Колишня-Зразок"),
                ("Person.Given", "Оксана"),
                ("Person.Login", "0501234567"),
                ("Person.Community", Inviter.Lebedyn)
            );
        var manager = await host.SignedInAsync("manager");
        using var approved = await manager.SubmitAsync(
            "/manage/people/registrations",
            "form[action*=Approve]"
        );
        await using var db = host.Look();
        var person = await db.People.SingleAsync(one => one.Name.Family == "Колишня-Зразок");
        person.Name = new("Теперішня-Зразок", "Оксана", "");
        await db.SaveChangesAsync();

        Assert.Equal(ErasureAnswer.Done, await EraseAsync(host, person.Id));

        Assert.Equal([], RawBytes.Found(host, ["Колишня-Зразок", "Теперішня-Зразок"]));
    }

    [Fact]
    public async Task Trainers_do_not_see_the_erased()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var gone = await Traces.LeaveAsync(host, "specialist");
        var trainer = await host.SignedInAsync("trainer");
        var address = $"/teach/learners/{gone.Person.Value}";
        Assert.Equal(HttpStatusCode.OK, (await trainer.GetAsync(address)).StatusCode);

        Assert.Equal(ErasureAnswer.Done, await EraseAsync(host, gone.Person));

        Assert.Equal(HttpStatusCode.NotFound, (await trainer.GetAsync(address)).StatusCode);
        var list = await trainer.OpenAsync("/teach/learners");
        Assert.DoesNotContain("Видалена особа", list.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_that_were_merged_into_one_go_with_it()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await using (var db = host.Look())
        {
            var twin = await db.People.SingleAsync(p => p.Name.Family == "Левченко-Зразок");
            twin.MergedInto = await PersonAsync(db, "specialist@demo.example");
            await db.SaveChangesAsync();
            Assert.Equal(ErasureAnswer.Done, await EraseAsync(host, twin.Id));
        }

        Assert.Equal([], RawBytes.Found(host, ["Левченко-Зразок", "Дем’янчук-Зразок"]));
    }

    [Fact]
    public async Task Every_table_has_a_rule_of_erasure_or_names_no_one()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await using var db = host.Look();
        string[] aboutNobody =
        [
            "Activity",
            "ActivityText",
            "ActivityVersion",
            "AirAlert",
            "Announcement",
            "BankText",
            "CommunityContact",
            "CommunityEvacuation",
            "Course",
            "CourseArchival",
            "CourseQuestion",
            "CourseVersion",
            "Institution",
            "IssueLogEntry",
            "LiveRun",
            "LiveSession",
            "OutreachEvent",
            "PeopleImport",
            "RecordingCut",
            "RegisterYear",
            "RegisteredRequirement",
            "RequirementRevision",
            "SetupCode",
            "StandingReport",
            "Territory",
        ];
        Assert.Equal(
            db.Model.GetEntityTypes()
                .Where(type => !type.IsOwned() && !aboutNobody.Contains(type.ClrType.Name))
                .Select(type => type.ClrType.ToString())
                .Order(StringComparer.Ordinal),
            ErasureRules.All.Select(rule => rule.Row.ToString()).Order(StringComparer.Ordinal)
        );
    }

    private static async Task<ErasureAnswer> EraseAsync(LmsHost host, PersonId person)
    {
        await using var work = host.Services.WorkAs("a test erases");
        return await work.Services.GetRequiredService<ErasePerson>().RunAsync(person);
    }

    private static async Task<int> ReapplyAsync(LmsHost host)
    {
        await using var work = host.Services.WorkAs("a test starts again");
        return await work.Services.GetRequiredService<ErasureLedger>().ReapplyAsync();
    }

    private static async Task<PersonId> PersonAsync(LmsDbContext db, string email) =>
        (await db.Accounts.SingleAsync(account => account.Email == email)).PersonId!.Value;

    // Letters to the erased and those that name them are gone, of the other both are left.
    private static async Task<List<string>> LettersAsync(LmsDbContext db) =>
        await db
            .OutgoingMail.Where(mail => mail.Event.StartsWith("test "))
            .Select(mail => mail.To)
            .OrderBy(to => to)
            .ToListAsync();

    private static Task CarryAsync(LmsHost host, Traces traces)
    {
        var letter = new MimeMessage
        {
            Subject = "Навчання",
            Body = new TextPart("plain") { Text = traces.Own("letter") },
            MessageId = $"{traces.Person.Value:N}@localhost",
        };
        letter.From.Add(MailboxAddress.Parse("noreply@localhost"));
        letter.To.Add(MailboxAddress.Parse(traces.Email));
        return host
            .Services.GetRequiredService<IMailCarrier>()
            .CarryAsync(letter, CancellationToken.None);
    }
}
