using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Admin;

/// <summary>The outbox in numbers, without addresses.</summary>
/// <param name="Refused">Of the waiting ones, refused by the mail server before.</param>
/// <param name="Unknown">Handed over, and nobody can know whether they went.</param>
public sealed record Outbox(int Waiting, int Refused, int Sent, int Unknown);

/// <summary>A place of an administrator's, named by the keys of its words.</summary>
public sealed record AdminPlace(string Address, string Icon, string Title, string Text);

/// <summary>Where an administrator's ways begin; the outbox is the one thing to watch here.</summary>
[Authorize(Policy = nameof(AccessRole.Admin))]
public sealed class IndexModel(
    LmsDbContext db,
    WaitingCertificates waiting,
    OrganisationPack pack,
    LmsSettings settings
) : PageModel
{
    public static IReadOnlyList<AdminPlace> Places { get; } =
    [
        new("/admin/people", "people", "admin.people", "admin.place.people"),
        new(
            "/manage/people/registrations",
            "people",
            "admin.registrations",
            "admin.place.registrations"
        ),
        new("/admin/certificates", "certificate", "admin.register", "admin.place.certificates"),
        new("/admin/trainers", "book", "admin.trainers", "admin.place.trainers"),
        new("/admin/settings", "info", "admin.settings", "admin.place.settings"),
        new("/admin/backups", "check", "admin.backups", "admin.place.backups"),
        new("/admin/mail", "list", "admin.queue", "admin.place.mail"),
        new("/admin/audit", "list", "admin.audit", "admin.place.audit"),
    ];

    public Outbox Outbox { get; private set; } = new(0, 0, 0, 0);

    public int WaitingCertificates { get; private set; }

    /// <summary>Fields of the certificate profile that nobody has filled, by their names in the pack.</summary>
    public IReadOnlyList<string> MissingFields { get; private set; } = [];

    public bool IsDemo => settings.Demo;

    public async Task OnGetAsync()
    {
        var owed = await waiting.AllAsync();
        WaitingCertificates = owed.Sum(version => version.Count);
        MissingFields =
        [
            .. owed.SelectMany(version => version.Missing)
                .Concat(pack.CertificateProfile.Missing(pack.HasFilled))
                .Distinct()
                .Select(CertificateProfileReader.NameOf),
        ];
        var mail = db.OutgoingMail;
        Outbox = new(
            await mail.CountAsync(letter => letter.HandedOverAt == null),
            await mail.CountAsync(letter => letter.HandedOverAt == null && letter.Failures > 0),
            await mail.CountAsync(letter => letter.SentAt != null),
            await mail.CountAsync(letter => letter.HandedOverAt != null && letter.SentAt == null)
        );
    }
}
