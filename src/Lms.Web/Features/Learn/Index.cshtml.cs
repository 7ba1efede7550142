using Lms.Domain.Certification;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Assigning;
using Lms.Web.Features.Shared.Meeting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Learn;

public sealed class IndexModel(
    LmsDbContext db,
    CurrentViewer current,
    Standings standings,
    NextSteps steps,
    DueReads due,
    SessionsOf sessions,
    SessionRows rows,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    private const int MostSessions = 3;

    public bool HasPerson => current.Viewer.Person is not null;

    public OrganisationPack Pack => pack;

    /// <summary>The notice on personal data has changed since the person last saw it, or was never shown.</summary>
    public bool HasNewNotice { get; private set; }

    /// <summary>The newest course that is not finished: the one next thing.</summary>
    public Standing? Next { get; private set; }

    /// <summary>Where that course goes on.</summary>
    public NextStep? Step { get; private set; }

    public IReadOnlyList<Standing> Others { get; private set; } = [];

    public IReadOnlyList<Standing> Completed { get; private set; } = [];

    /// <summary>What the person must do or hold, the nearest day first; what is done comes last.</summary>
    public IReadOnlyList<DutyRow> Due { get; private set; } = [];

    /// <summary>The nearest sessions with a seat, or that the person leads.</summary>
    public IReadOnlyList<SessionRow> Sessions { get; private set; } = [];

    /// <summary>Announcements that wait to be read.</summary>
    public int Unread { get; private set; }

    public int ValidCertificates { get; private set; }

    /// <summary>The end of the certificate that ends first.</summary>
    public DateOnly? NearestEnd { get; private set; }

    /// <summary>Hours of the certificates issued this year.</summary>
    public decimal Hours { get; private set; }

    /// <summary>Hours of live sessions attended or made up this year.</summary>
    public decimal LiveHours { get; private set; }

    /// <summary>Null out of season.</summary>
    public CampaignBanner? Campaign =>
        CampaignBanner.Of(pack, pack.DayOf(time.Now()), HttpContext.Texts());

    public async Task OnGetAsync()
    {
        if (current.Viewer.Person is not { } person)
        {
            return;
        }

        HasNewNotice =
            pack.Notice.Exists
            && !await db.NoticesSeen.AnyAsync(seen =>
                seen.PersonId == person && seen.Version >= pack.Notice.Version
            );
        var all = await standings.AllAsync(current.Viewer);
        var unfinished = all.Where(standing => standing.CompletedAt is null).ToList();
        Next = unfinished.FirstOrDefault();
        Step = Next is null ? null : await steps.OfAsync(Next);
        Others = [.. unfinished.Skip(1)];
        Completed =
        [
            .. all.Where(standing => standing.CompletedAt is not null)
                .DistinctBy(standing => standing.Course.Id),
        ];

        var today = pack.DayOf(time.Now());
        Sessions = await rows.OfAsync(
            await sessions.NextAsync(person, time.Now(), MostSessions),
            SessionRows.PageOf
        );
        Due = await due.OfAsync(person, HttpContext.Texts());
        Unread = (await AnnouncementAudience.ForAsync(db, pack, person, today)).Count(one =>
            one.ReadAt is null
        );
        var own = await db
            .Certificates.Where(certificate => certificate.PersonId == person)
            .Select(certificate => new
            {
                certificate.Hours,
                certificate.IssuedOn,
                certificate.ValidUntil,
                RevokedOn = certificate.Revocation == null
                    ? (DateOnly?)null
                    : certificate.Revocation.RevokedOn,
            })
            .ToListAsync();
        var valid = own.FindAll(one =>
            Certificate.StateOf(one.ValidUntil, one.RevokedOn, today) is CertificateState.Valid
        );
        ValidCertificates = valid.Count;
        NearestEnd = valid.Min(one => one.ValidUntil);
        Hours = own.Where(one => one.IssuedOn.Year == today.Year && !(one.RevokedOn <= today))
            .Sum(one => one.Hours);
        var yearBegan = WallClock.InstantOf(new DateTime(today.Year, 1, 1), pack.TimeZone);
        LiveHours = Math.Round(
            await db
                .AttendedSessions.Where(one => one.PersonId == person && one.At >= yearBegan)
                .SumAsync(one => one.Minutes + one.MadeUpMinutes) / 60m,
            1
        );
    }
}
