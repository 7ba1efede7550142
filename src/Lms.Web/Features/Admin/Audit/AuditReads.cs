using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Admin.Audit;

/// <summary>The log as an administrator looks through it. Every look and every copy is an entry too.</summary>
public sealed class AuditReads(
    LmsDbContext db,
    CurrentViewer current,
    OrganisationPack pack,
    ILookupNormalizer normalizer,
    TimeProvider time
)
{
    /// <summary>What the filter lets through; nothing when it names nobody known.</summary>
    public async Task<IQueryable<AuditEntry>> FilteredAsync(AuditFilter filter)
    {
        var entries = db.Audit.AsNoTracking();
        if (filter.Group is { } group)
        {
            var actions = AuditGroups.ActionsOf(group);
            entries = entries.Where(entry => actions.Contains(entry.Action));
        }

        if (filter.Actor.Length > 0)
        {
            var actor = await ActorAsync(filter.Actor);
            entries = entries.Where(entry => entry.Actor == actor && actor != null);
        }

        if (filter.Subject.Length > 0)
        {
            var subject = await SubjectAsync(filter.Subject);
            entries = entries.Where(entry => entry.Subject == subject && subject != null);
        }

        if (filter.Text.Length > 0)
        {
            entries = entries.Where(entry => entry.Detail.Contains(filter.Text));
        }

        if (AuditFilter.DayOf(filter.From) is { } from)
        {
            var first = BeginOf(from);
            entries = entries.Where(entry => entry.At >= first);
        }

        if (AuditFilter.DayOf(filter.To) is { } to)
        {
            var end = BeginOf(to.AddDays(1));
            entries = entries.Where(entry => entry.At < end);
        }

        return entries;
    }

    public async Task RecordAsync(AuditAction action, string detail)
    {
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = action,
                Actor = current.Viewer.Account,
                Detail = detail,
            }
        );
        await db.SaveChangesAsync();
    }

    /// <summary>Who the entries name, as far as they are still known: never stored in the log itself.</summary>
    public async Task<AuditNames> NamesAsync(IReadOnlyList<AuditEntry> shown)
    {
        var actors = shown.Select(entry => entry.Actor).OfType<AccountId>().Distinct().ToList();
        var accounts = await db
            .Accounts.Where(account => actors.Contains(account.Id))
            .Select(account => new
            {
                account.Id,
                account.UserName,
                account.PersonId,
            })
            .ToListAsync();
        var ids = shown
            .Select(entry => entry.Subject)
            .Concat(accounts.Select(account => account.PersonId))
            .OfType<PersonId>()
            .Distinct()
            .ToList();
        var people = await db
            .People.Where(person => ids.Contains(person.Id) && person.ErasedAt == null)
            .ToDictionaryAsync(person => person.Id, person => person.Name.Full);
        return new(
            accounts.ToDictionary(
                account => account.Id,
                account =>
                    (
                        account.PersonId?.Value ?? account.Id.Value,
                        account.PersonId is { } person && people.TryGetValue(person, out var name)
                            ? name
                            : account.UserName ?? AuditWords.Short(account.Id.Value)
                    )
            ),
            people
        );
    }

    private async Task<AccountId?> ActorAsync(string typed) =>
        Guid.TryParse(typed, out var id) ? new AccountId(id) : (await LoginAsync(typed))?.Id;

    private async Task<PersonId?> SubjectAsync(string typed) =>
        Guid.TryParse(typed, out var id) ? new PersonId(id) : (await LoginAsync(typed))?.PersonId;

    private Task<Access.Account?> LoginAsync(string typed)
    {
        var name = normalizer.NormalizeName(typed);
        return db
            .Accounts.AsNoTracking()
            .FirstOrDefaultAsync(account =>
                account.NormalizedUserName == name || account.NormalizedEmail == name
            );
    }

    private DateTimeOffset BeginOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, pack.TimeZone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}

/// <param name="Actors">The place of who acted under <c>/admin/people</c>, and the name.</param>
public sealed record AuditNames(
    IReadOnlyDictionary<AccountId, (Guid Place, string Name)> Actors,
    IReadOnlyDictionary<PersonId, string> People
);
