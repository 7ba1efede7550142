using Lms.Web.Data;
using Lms.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.WaysIn;

public static class LetterOnce
{
    /// <summary>Adds a letter unless there is one about the same already.</summary>
    /// <param name="about">Names the event, and the day where one a day is enough.</param>
    public static async Task TellOnceAsync(
        this LmsDbContext db,
        TimeProvider time,
        string address,
        string about,
        string subject,
        string body
    )
    {
        if (
            db.OutgoingMail.Local.Any(mail => mail.Event == about)
            || await db.OutgoingMail.AnyAsync(mail => mail.Event == about)
        )
        {
            return;
        }

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
