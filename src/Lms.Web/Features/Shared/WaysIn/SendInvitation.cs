using Lms.Domain.People;
using Lms.Web.Content.Pack;
using Lms.Web.Data;

namespace Lms.Web.Features.Shared.WaysIn;

/// <summary>Sends an invitation to the e-mail that is the login, in the organisation's first language.</summary>
public sealed class SendInvitation(
    LmsDatabase database,
    LmsSettings settings,
    OrganisationPack pack,
    TimeProvider time
)
{
    /// <summary>Where the ticket is redeemed.</summary>
    public static Uri Address(SiteSettings site, string token) =>
        new(site.Uri, $"/account/invitation/{token}");

    public async Task RunAsync(PersonId person, string token)
    {
        var texts = Texts.In(pack.Languages[0]);
        await using var db = database.Open(Access.Viewer.System("send an invitation"));
        var until = pack.DayOf(time.Now() + InvitePerson.Validity);
        await db.TellAsync(
            time,
            person,
            $"invitation:{Tickets.HashOf(token)}",
            texts["shared.ways.invitation.subject"],
            texts.Fill(
                "shared.ways.invitation.letter",
                settings.Site.Name ?? pack.SiteName.In(texts.Language),
                Address(settings.Site, token),
                texts.Day(until)
            )
        );
        await db.SaveChangesAsync();
    }
}
