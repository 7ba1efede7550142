using Lms.Web.Access;
using Lms.Web.Features.Admin.Mail;
using Lms.Web.Features.Privacy;
using Lms.Web.Mail;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Privacy;

public sealed class RetentionTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_is_over_its_term_goes_and_the_facts_stay(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var own = await Traces.LeaveAsync(host, "specialist");
        await SentAsync(host);
        Assert.Empty(await RunAsync(host));

        host.Clock.Forward(TimeSpan.FromDays(31));
        Assert.Equal(["letters", "networks"], (await RunAsync(host)).Keys.Order());
        await using (var db = host.Look())
        {
            Assert.Empty((await db.Sessions.FirstAsync()).Network);
            Assert.False(await db.OutgoingMail.AnyAsync(mail => mail.Body != ""));
            Assert.False(await db.OutgoingMail.AnyAsync(mail => mail.Calendar != null));
            Assert.True(await db.Responses.AnyAsync());
        }

        host.Clock.Forward(TimeSpan.FromDays(3 * 365));
        Assert.Equal(["answers", "registrations"], (await RunAsync(host)).Keys.Order());
        Assert.Empty(await RunAsync(host));
        await using var after = host.Look();
        Assert.False(await after.Responses.AnyAsync());
        Assert.False(await after.AnswerFiles.AnyAsync());
        Assert.False(await after.Marks.AnyAsync(mark => mark.Remark != ""));
        Assert.Equal(1, await after.AttemptResults.CountAsync(one => one.PersonId == own.Person));
        Assert.Equal(1, await after.LessonNotes.CountAsync());
        Assert.Equal(
            2,
            await after.Audit.CountAsync(entry => entry.Action == AuditAction.RetentionApplied)
        );
        Assert.Null(
            AuditChain.FirstBroken(await after.Audit.OrderBy(e => e.Position).ToListAsync())
        );
    }

    [Fact]
    public async Task A_request_that_nobody_decided_goes_after_sixty_days()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await using var db = host.Look();
        var person = await db.People.FirstAsync();
        db.Registrations.Add(
            new()
            {
                Id = new(Guid.CreateVersion7(LmsHost.Start)),
                Name = person.Name,
                Login = "new@demo.example",
                NormalizedLogin = "NEW@DEMO.EXAMPLE",
                Community = person.Community,
                PasswordHash = "x",
                NoticeVersion = 1,
                AskedAt = LmsHost.Start,
            }
        );
        await db.SaveChangesAsync();

        host.Clock.Forward(TimeSpan.FromDays(59));
        Assert.Empty(await RunAsync(host));
        host.Clock.Forward(TimeSpan.FromDays(2));
        Assert.Equal(["registrations"], (await RunAsync(host)).Keys);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_letters_say_that_never_went_goes_thirty_days_after_they_were_to_go(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        await using (var db = host.Look())
        {
            await db.OutgoingMail.ExecuteDeleteAsync();
            db.OutgoingMail.AddRange(
                Letter("waiting"),
                Letter("tried", failures: 3, notBefore: LmsHost.Start.AddDays(2)),
                Letter("failed", failures: OutgoingMail.Patience),
                Letter("unknown", handedOver: LmsHost.Start),
                Letter("let-be", failures: OutgoingMail.GivenUp),
                Letter("planned", notBefore: LmsHost.Start.AddDays(20))
            );
            await db.SaveChangesAsync();
        }

        host.Clock.Forward(TimeSpan.FromDays(29));
        Assert.Empty(await RunAsync(host));
        host.Clock.Forward(TimeSpan.FromDays(2));
        Assert.Equal(4, (await RunAsync(host))["unsent"]);
        Assert.Equal(["planned", "tried"], await KeptAsync());
        host.Clock.Forward(TimeSpan.FromDays(2));
        Assert.Equal(1, (await RunAsync(host))["unsent"]);
        Assert.Empty(await RunAsync(host));
        Assert.Equal(["planned"], await KeptAsync());

        // The event stays, so that it gets no second letter; nothing tries or counts the letter any more.
        await using var look = host.Look();
        var gone = await look.OutgoingMail.Where(mail => mail.Event != "planned").ToListAsync();
        Assert.Equal(5, gone.Count);
        Assert.All(
            gone,
            mail =>
            {
                Assert.Equal(("", "", ""), (mail.To, mail.Subject, mail.Body));
                Assert.Null(mail.Calendar);
                Assert.Equal(
                    MailState.GivenUp,
                    MailStates.Of(mail.HandedOverAt, mail.SentAt, mail.Failures)
                );
            }
        );

        async Task<List<string>> KeptAsync()
        {
            await using var db = host.Look();
            return await db
                .OutgoingMail.Where(mail => mail.Body != "")
                .Select(mail => mail.Event)
                .OrderBy(one => one)
                .ToListAsync();
        }
    }

    [Fact]
    public async Task Letters_in_files_go_by_the_day_in_their_name()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var folder = Directory.CreateDirectory(Path.Combine(host.Folder, "mail")).FullName;
        var (old, fresh) = (
            Path.Combine(folder, "20261001-080000-a.eml"),
            Path.Combine(folder, "20261120-080000-b.eml")
        );
        await File.WriteAllTextAsync(old, "a");
        await File.WriteAllTextAsync(fresh, "b");

        await RunAsync(host);

        Assert.Equal([fresh], Directory.GetFiles(folder));
    }

    [Fact]
    public async Task Accounts_long_without_a_sign_in_are_listed_and_not_deleted()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await using var work = host.Services.WorkAs("a test lists");
        var unused = work.Services.GetRequiredService<UnusedAccounts>();
        Assert.Empty(await unused.ListAsync());

        host.Clock.Forward(TimeSpan.FromDays(366));

        Assert.Equal(8, (await unused.ListAsync()).Count);
    }

    private static OutgoingMail Letter(
        string name,
        int failures = 0,
        DateTimeOffset? notBefore = null,
        DateTimeOffset? handedOver = null
    ) =>
        new()
        {
            Id = new(Guid.CreateVersion7()),
            Event = name,
            To = "specialist@demo.example",
            Subject = "Тема",
            Body = "Слова",
            Calendar = "ATTENDEE:mailto:specialist@demo.example",
            CreatedAt = LmsHost.Start,
            NotBefore = notBefore ?? LmsHost.Start,
            HandedOverAt = handedOver,
            Failures = failures,
        };

    // As if every letter had gone, and what one says long ago.
    private static async Task SentAsync(LmsHost host)
    {
        await using var db = host.Look();
        db.OutgoingMail.Add(
            new()
            {
                Id = new(Guid.CreateVersion7()),
                Event = "test:swept",
                To = "",
                Subject = "",
                Body = "",
                CreatedAt = LmsHost.Start,
            }
        );
        await db.SaveChangesAsync();
        await db.OutgoingMail.ExecuteUpdateAsync(set =>
            set.SetProperty(mail => mail.HandedOverAt, LmsHost.Start)
                .SetProperty(mail => mail.SentAt, LmsHost.Start)
                .SetProperty(mail => mail.Calendar, "ATTENDEE:mailto:specialist@demo.example")
        );
    }

    private static async Task<IReadOnlyDictionary<string, int>> RunAsync(LmsHost host)
    {
        await using var work = host.Services.WorkAs("a test runs the job");
        return await work.Services.GetRequiredService<ApplyRetention>().RunAsync();
    }
}
