using Lms.Web.Access;
using Lms.Web.Tests.Journey;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Teach;

public sealed class LookTests
{
    [Fact]
    public async Task A_trainers_look_at_learners_stands_in_the_log()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await new Learner(host, await host.SignedInAsync("specialist")).ReadLessonsAsync();
        var trainer = await host.SignedInAsync("trainer");
        await trainer.OpenAsync("/teach/learners");
        await using var db = host.Look();
        var person = (
            await db.Accounts.SingleAsync(one => one.Email == "specialist@demo.example")
        ).PersonId;
        await trainer.OpenAsync($"/teach/learners/{person!.Value.Value}");

        var list = await db.Audit.SingleAsync(one => one.Action == AuditAction.PeopleListed);
        Assert.Equal("1", list.Detail);
        var look = await db.Audit.SingleAsync(one => one.Action == AuditAction.PersonLooked);
        Assert.Equal(person, look.Subject);
    }
}
