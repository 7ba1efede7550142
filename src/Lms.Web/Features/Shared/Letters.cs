using Lms.Domain.People;
using Lms.Web.Data;
using Lms.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared;

public static class Letters
{
    /// <summary>
    /// Adds a letter to the write that adds the event it tells of. A person without an account gets
    /// none.
    /// </summary>
    /// <param name="about">Names the event; an event has one letter.</param>
    public static async Task TellAsync(
        this LmsDbContext db,
        TimeProvider time,
        PersonId person,
        string about,
        string subject,
        string body
    )
    {
        var address = await db
            .Accounts.Where(account => account.PersonId == person)
            .Select(account => account.Email)
            .FirstOrDefaultAsync();
        if (address is not null)
        {
            db.Tell(time, address, about, subject, body);
        }
    }

    /// <summary>As above, to an address that was looked up: not everyone may see the accounts of others.</summary>
    public static void Tell(
        this LmsDbContext db,
        TimeProvider time,
        string address,
        string about,
        string subject,
        string body
    )
    {
        var now = time.Now();
        db.OutgoingMail.Add(
            new OutgoingMail
            {
                Id = new(time.NewId()),
                Event = about,
                To = address,
                Subject = subject,
                Body = body,
                CreatedAt = now,
                NotBefore = now,
            }
        );
    }
}
