using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Support.Quizzes;

/// <summary>The demo trainer, who acts in tests of what trainers do for a learner.</summary>
public static class Trainer
{
    public static async Task<Actor> ActorAsync(LmsHost host)
    {
        await using var db = host.Look();
        var account = await db.Accounts.SingleAsync(a => a.Email == "trainer@demo.example");
        return new(account.Id, account.PersonId!.Value);
    }
}
