using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Account.WaysIn;

/// <summary>
/// Keeps a request for an account until the community's manager decides. Whoever asks is told the
/// same whether the login is known or not; its holder learns of it by mail.
/// </summary>
public sealed class AskToRegister(
    LmsDatabase database,
    LmsSettings settings,
    OrganisationPack pack,
    IPasswordHasher<Access.Account> hasher,
    TimeProvider time
)
{
    /// <summary>Requests that may wait under one login: a stranger's first one shuts nobody out.</summary>
    private const int MostWaiting = 3;

    private readonly Texts texts = Texts.In(pack.Languages[0]);

    public async Task RunAsync(NewPerson about, string password)
    {
        // The costly part, the same for every login and outside the write.
        var hash = hasher.HashPassword(new Access.Account(), password);
        await using var db = database.Open(Viewer.System("ask for an account"));
        await db.WriteAsync(async () =>
        {
            var key = about.Login.Key;
            var holder = await db.Accounts.FirstOrDefaultAsync(account =>
                account.NormalizedUserName == key || account.NormalizedEmail == key
            );
            var waiting = await db.Registrations.CountAsync(one => one.NormalizedLogin == key);
            if (holder is not null)
            {
                await TellHolderAsync(db, holder);
            }
            else if (waiting < MostWaiting)
            {
                Keep(db, about, hash);
                await TellManagersAsync(db, about);
            }

            await db.SaveChangesAsync();
        });
    }

    private void Keep(LmsDbContext db, NewPerson about, string hash)
    {
        var asked = new Registration
        {
            Id = new(time.NewId()),
            Name = about.Name,
            Login = about.Login.Value,
            NormalizedLogin = about.Login.Key,
            Community = about.Community,
            Institution = about.Institution,
            StaffRole = about.StaffRoles.Count > 0 ? about.StaffRoles[0] : null,
            PasswordHash = hash,
            NoticeVersion = pack.Notice.Version,
            AskedAt = time.Now(),
        };
        db.Registrations.Add(asked);
        db.Audit.Add(
            new AuditEntry
            {
                At = asked.AskedAt,
                Action = AuditAction.RegistrationAsked,
                Detail = asked.Id.Value.ToString(),
            }
        );
    }

    private async Task TellHolderAsync(LmsDbContext db, Access.Account holder)
    {
        if (holder.Email is { } address && holder.DeactivatedAt is null)
        {
            await db.TellOnceAsync(
                time,
                address,
                $"register-known:{holder.Id}:{Today:O}",
                texts["account.register.known.subject"],
                texts.Fill(
                    "account.register.known.letter",
                    new Uri(settings.Site.Uri, "/account/login")
                )
            );
        }
    }

    // One letter a day, however many ask, with nobody's name in it.
    private async Task TellManagersAsync(LmsDbContext db, NewPerson about)
    {
        foreach (var account in await WhoAnswers.NearestAsync(db, pack, about.Community, Today))
        {
            await db.TellOnceAsync(
                time,
                account.Email!,
                $"registrations-wait:{account.Id}:{Today:O}",
                texts["account.register.waiting.subject"],
                texts.Fill(
                    "account.register.waiting.letter",
                    new Uri(settings.Site.Uri, "/manage/people/registrations")
                )
            );
        }
    }

    private DateOnly Today => pack.DayOf(time.Now());
}
