using Lms.Web.Access;
using Lms.Web.Features.Privacy;
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
