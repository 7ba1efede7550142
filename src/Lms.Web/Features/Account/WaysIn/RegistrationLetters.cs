using System.Threading.Channels;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Account.WaysIn;

/// <summary>
/// Looks at a request for an account after it was answered: that of a known login goes again and its
/// holder gets a letter; of any other the managers do. What is lost in a crash is the letter: the
/// request stands in the managers' list, and a known login is refused there.
/// </summary>
public sealed class RegistrationLetters(
    LmsDatabase database,
    LmsSettings settings,
    OrganisationPack pack,
    TimeProvider time,
    ILogger<RegistrationLetters> log
) : BackgroundService
{
    /// <summary>Requests that may wait under one login: a stranger's first one shuts nobody out.</summary>
    private const int MostWaiting = 3;
    private const int MostQueued = 1000;
    private static readonly Viewer Looks = Viewer.System("look at a request for an account");

    private readonly Texts texts = Texts.In(pack.Languages[0]);
    private readonly Channel<RegistrationId> queue = Channel.CreateBounded<RegistrationId>(
        new BoundedChannelOptions(MostQueued) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    private DateOnly Today => pack.DayOf(time.Now());

    public void Ask(RegistrationId asked) => queue.Writer.TryWrite(asked);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var asked in queue.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await LookAsync(asked);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "A request for an account could not be looked at");
            }
        }
    }

    private async Task LookAsync(RegistrationId id)
    {
        await using var db = database.Open(Looks);
        await db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            var asked = await db.Registrations.SingleOrDefaultAsync(one =>
                one.Id == id && one.DecidedAt == null
            );
            if (asked is null)
            {
                return;
            }

            var key = asked.NormalizedLogin;
            var holder = await db.Accounts.FirstOrDefaultAsync(account =>
                account.NormalizedUserName == key || account.NormalizedEmail == key
            );
            if (holder is not null)
            {
                db.Registrations.Remove(asked);
                await TellHolderAsync(db, holder);
            }
            else if (
                await db.Registrations.CountAsync(one => one.NormalizedLogin == key) > MostWaiting
            )
            {
                db.Registrations.Remove(asked);
            }
            else
            {
                await TellManagersAsync(db, asked);
            }

            await db.SaveChangesAsync();
        });
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
    private async Task TellManagersAsync(LmsDbContext db, Registration asked)
    {
        foreach (var account in await WhoAnswers.NearestAsync(db, pack, asked.Community, Today))
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
}
