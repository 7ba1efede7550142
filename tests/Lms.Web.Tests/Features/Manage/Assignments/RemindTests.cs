using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Web.Access;
using Lms.Web.Features.Manage.Assignments.Reminding;
using Lms.Web.Mail;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Lms.Web.Tests.Features.Manage.Assignments;

/// <summary>
/// Letters that a clock writes do their effect once, even after a crash: none twice, none of what is
/// past, none to people who are gone.
/// </summary>
public sealed class RemindTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task One_letter_each_at_30_7_and_1_days_and_the_manager_once_when_the_day_has_passed(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var person = await host.PersonAsync("specialist");
        await host.AssignAsync(person, Duty.Today.AddDays(31));
        await host.AssignAsync(person, Duty.Today.AddDays(31), "safe-steps");
        var days = new List<(int Day, string To)>();
        for (var day = 0; day < 45; day++)
        {
            // Asked often, as the schedule does.
            for (var time = 0; time < 3; time++)
            {
                await RunAsync(host);
            }

            await using var db = host.Look();
            days.AddRange(
                (await db.OutgoingMail.ToListAsync())
                    .Select(mail => mail.To)
                    .Skip(days.Count)
                    .Select(to => (day, to))
            );
            host.Clock.Forward(TimeSpan.FromDays(1));
        }

        Assert.Equal([1, 24, 30], DaysOf("specialist"));
        Assert.Equal([1, 24, 30, 32], DaysOf("manager"));
        Assert.Empty(DaysOf("regional"));

        List<int> DaysOf(string name) =>
            [.. days.Where(one => one.To == $"{name}@demo.example").Select(one => one.Day)];
    }

    [Fact]
    public async Task A_letter_is_neutral_and_leads_to_the_list()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await host.AssignAsync(await host.PersonAsync("specialist"), Duty.Today.AddDays(7));

        await RunAsync(host);

        await using var db = host.Look();
        foreach (var mail in await db.OutgoingMail.ToListAsync())
        {
            Assert.Equal("Навчання", mail.Subject);
            Assert.Contains("30 листопада 2026", mail.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("торгівл", mail.Body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Зразок", mail.Body, StringComparison.Ordinal);
        }

        Assert.Contains(
            "http://localhost/learn",
            (await db.OutgoingMail.SingleAsync(one => one.To == "specialist@demo.example")).Body,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Nothing_is_written_in_the_quiet_hours()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await host.AssignAsync(await host.PersonAsync("specialist"), Duty.Today.AddDays(8));
        // 20:30 in Kyiv, then 07:30, then 08:30.
        host.Clock.Forward(TimeSpan.FromHours(8.5));
        Assert.Equal(0, await RunAsync(host));
        host.Clock.Forward(TimeSpan.FromHours(11));
        Assert.Equal(0, await RunAsync(host));
        host.Clock.Forward(TimeSpan.FromHours(1));
        Assert.Equal(2, await RunAsync(host));
    }

    [Fact]
    public async Task After_three_days_off_nothing_past_is_told()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var person = await host.PersonAsync("specialist");
        // The reminders of these fell on the days the server was off.
        await host.AssignAsync(person, Duty.Today.AddDays(8));
        await host.AssignAsync(person, Duty.Today.AddDays(31), "safe-steps");
        host.Clock.Forward(TimeSpan.FromDays(4));

        Assert.Equal(0, await RunAsync(host));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_done_the_erased_the_merged_and_those_without_an_account_get_none(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var done = await host.PersonAsync("specialist");
        var erased = await host.PersonAsync("specialist2");
        var merged = await host.PersonAsync("trainer");
        var closed = await host.PersonAsync("author");
        var nobody = Duty.NewPerson("Без-Рахунку", Duty.Romny, LmsHost.Start);
        await using (var db = host.Look())
        {
            db.People.Add(nobody);
            (await db.People.SingleAsync(one => one.Id == erased)).ErasedAt = LmsHost.Start;
            (await db.People.SingleAsync(one => one.Id == merged)).MergedInto = done;
            (await db.Accounts.SingleAsync(one => one.PersonId == closed)).DeactivatedAt =
                LmsHost.Start;
            // No managers: their letters are another test's.
            await db.Grants.ExecuteDeleteAsync();
            db.Waivers.Add(
                new Lms.Domain.Certification.Waiver
                {
                    Id = new(Guid.CreateVersion7()),
                    PersonId = done,
                    Course = Duty.Course,
                    From = Duty.Today,
                    Reason = "складено раніше",
                    GivenAt = LmsHost.Start,
                }
            );
            await db.SaveChangesAsync();
        }

        foreach (var person in new[] { done, erased, merged, closed, nobody.Id })
        {
            await host.AssignAsync(person, Duty.Today.AddDays(7));
        }

        Assert.Equal(0, await RunAsync(host));
    }

    [Fact]
    public async Task The_end_of_a_certification_is_told_unless_it_was_renewed()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite, Duty.Content());
        var (ends, renewed) = (
            await host.PersonAsync("specialist"),
            await host.PersonAsync("manager")
        );
        await using (var db = host.Look())
        {
            foreach (var person in new[] { ends, renewed })
            {
                db.CertificationPeriods.Add(
                    Duty.Period(person, Duty.Today.AddDays(-700), Duty.Today.AddDays(30))
                );
            }

            var next = Duty.Period(renewed, Duty.Today.AddDays(31), Duty.Today.AddDays(700));
            db.CertificationPeriods.Add(
                new()
                {
                    Id = next.Id,
                    PersonId = renewed,
                    Certification = next.Certification,
                    Cycle = 2,
                    Path = "first",
                    CompletedOn = Duty.Today,
                    From = next.From,
                    Until = next.Until,
                    RecordedAt = LmsHost.Start,
                    RulesHash = "",
                }
            );
            await db.SaveChangesAsync();
        }

        await RunAsync(host);

        await using var look = host.Look();
        Assert.Equal(
            ["digest:specialist@demo.example", "digest-manager:manager@demo.example"],
            (await look.OutgoingMail.OrderBy(one => one.Event).ToListAsync())
                .Select(one => $"{one.Event.Split(':')[0]}:{one.To}")
                .OrderDescending(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Killed_in_the_middle_and_started_again_each_letter_is_written_once(
        string database
    )
    {
        const int recipients = 60;
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        await PopulateAsync(host, recipients);
        for (var kill = 0; kill < 20; kill++)
        {
            // The run is cut off wherever it stands then.
            using var cut = new CancellationTokenSource(TimeSpan.FromMilliseconds(20 + kill * 10));
            try
            {
                await RunAsync(host, cut.Token);
            }
            catch (Exception failure)
                when (cut.IsCancellationRequested || failure is OperationCanceledException) { }
        }

        await RunAsync(host);
        await Task.WhenAll(RunAsync(host), RunAsync(host));

        await using var db = host.Look();
        var own = await db
            .OutgoingMail.Where(one => one.Event.StartsWith("digest:"))
            .Select(one => one.To)
            .ToListAsync();
        Assert.Equal(recipients, own.Count);
        Assert.Equal(recipients, own.Distinct().Count());
        // Whoever has a letter has its reminder, and the other way round: they were one write.
        Assert.Equal(
            recipients,
            await db.Reminders.CountAsync(one => one.Event.StartsWith("digest:"))
        );
        Assert.Equal(
            recipients,
            await db.Reminders.CountAsync(one => one.Event.StartsWith("assignment:"))
        );
    }

    [Fact]
    public async Task Whatever_the_sink_does_each_letter_is_accepted_at_most_once()
    {
        const int recipients = 60;
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await PopulateAsync(host, recipients);
        await RunAsync(host);
        var sink = new MoodySink();
        for (var run = 0; run < 40; run++)
        {
            await using var work = host.Services.WorkAs("a test sends the mail");
            var send = ActivatorUtilities.CreateInstance<SendMail>(work.Services, sink);
            try
            {
                await send.Execute(null!, CancellationToken.None);
            }
            catch (TimeoutException)
            {
                // The process died with the letter in its hand.
            }

            host.Clock.Forward(TimeSpan.FromMinutes(30));
        }

        Assert.All(sink.Accepted.GroupBy(id => id), group => Assert.Single(group));
        await using var db = host.Look();
        var letters = await db.OutgoingMail.ToListAsync();
        Assert.Equal(
            sink.Died,
            letters.Count(one => one is { HandedOverAt: not null, SentAt: null })
        );
        Assert.Equal(letters.Count - sink.Died, letters.Count(one => one.SentAt is not null));
    }

    internal static async Task PopulateAsync(LmsHost host, int count)
    {
        await using var db = host.Look();
        for (var number = 0; number < count; number++)
        {
            var person = Duty.NewPerson($"Адресат{number}", Duty.Romny, LmsHost.Start);
            db.People.Add(person);
            var login = $"p{number}@people.example";
            db.Accounts.Add(
                new Lms.Web.Access.Account
                {
                    Id = new(Guid.CreateVersion7()),
                    PersonId = person.Id,
                    Email = login,
                    UserName = login,
                    NormalizedEmail = login.ToUpperInvariant(),
                    NormalizedUserName = login.ToUpperInvariant(),
                    SecurityStamp = "x",
                }
            );
            db.Assignments.Add(
                new Assignment
                {
                    Id = new(Guid.CreateVersion7()),
                    PersonId = person.Id,
                    Course = Duty.Course,
                    DueOn = Duty.Today.AddDays(7),
                    From = Duty.Today.AddDays(-30),
                    AssignedAt = LmsHost.Start.AddDays(-30),
                    Operation = $"test:{number}",
                }
            );
        }

        await db.SaveChangesAsync();
    }

    private static Task<int> RunAsync(LmsHost host, CancellationToken cancel = default) =>
        host.Services.GetRequiredService<RemindPeople>().RunAsync(cancel);

    /// <summary>Refuses every third letter, takes one and dies now and then, else takes it.</summary>
    private sealed class MoodySink : IMailCarrier
    {
        private int asked;

        public List<string> Accepted { get; } = [];

        public int Died { get; private set; }

        public Task CarryAsync(MimeMessage letter, CancellationToken cancel)
        {
            asked++;
            if (asked % 3 == 0)
            {
                throw new IOException("4xx");
            }

            Accepted.Add(letter.MessageId!);
            if (asked % 17 == 0)
            {
                Died++;
                throw new TimeoutException();
            }

            return Task.CompletedTask;
        }

        public bool WasRefused(Exception failure) => failure is IOException;
    }
}
