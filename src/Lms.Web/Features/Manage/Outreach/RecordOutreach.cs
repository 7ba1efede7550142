using Lms.Domain.Shared;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Outreach;

public enum OutreachAnswer
{
    Recorded,

    /// <summary>No community of the asker's scope.</summary>
    UnknownCommunity,

    /// <summary>No day, or one to come.</summary>
    BadDay,

    /// <summary>Below nought, or more than anyone reaches.</summary>
    BadCount,
}

/// <param name="Operation">Of the form: sent twice, it is recorded once.</param>
public sealed record OutreachDraft(
    OperationId Operation,
    TerritoryCode Community,
    DateOnly? On,
    OutreachKind Kind,
    int? Heads,
    int? Materials,
    string? Campaign,
    string? Project
);

/// <summary>Writes down awareness work: counts alone, no names and no place.</summary>
public sealed class RecordOutreach(
    LmsDbContext db,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
)
{
    public const int MostHeads = 100_000;
    public const int MostMaterials = 1_000_000;

    private const int LongestProject = 100;

    public async Task<OutreachAnswer> RunAsync(OutreachDraft draft)
    {
        var now = time.Now();
        if (!IsInScope(draft.Community))
        {
            return OutreachAnswer.UnknownCommunity;
        }

        if (draft.On is not { } day || day > pack.DayOf(now))
        {
            return OutreachAnswer.BadDay;
        }

        if (draft.Heads is < 0 or > MostHeads || draft.Materials is < 0 or > MostMaterials)
        {
            return OutreachAnswer.BadCount;
        }

        await db.WriteAsync(async () =>
        {
            if (await db.OutreachEvents.AnyAsync(one => one.Operation == draft.Operation))
            {
                return;
            }

            db.OutreachEvents.Add(
                new()
                {
                    Id = new(time.NewId()),
                    Community = draft.Community,
                    On = day,
                    Kind = draft.Kind,
                    Heads = draft.Heads,
                    Materials = draft.Materials,
                    Campaign = pack
                        .Campaigns.FirstOrDefault(one => one.Code == draft.Campaign)
                        ?.Code,
                    Project = Cut(draft.Project),
                    RecordedAt = now,
                    Operation = draft.Operation,
                }
            );
            Record($"{draft.Community} {day:yyyy-MM-dd} {draft.Kind}");
            await db.SaveChangesAsync();
        });
        return OutreachAnswer.Recorded;
    }

    /// <returns>False when there is none in the asker's scope.</returns>
    public Task<bool> RemoveAsync(OutreachEventId id) =>
        db.WriteAsync(async () =>
        {
            var one = await db.OutreachEvents.FirstOrDefaultAsync(one =>
                one.Id == id && one.RemovedAt == null
            );
            if (one is null)
            {
                return false;
            }

            one.RemovedAt = time.Now();
            Record($"{one.Community} {one.On:yyyy-MM-dd} {one.Kind} removed");
            await db.SaveChangesAsync();
            return true;
        });

    private bool IsInScope(TerritoryCode community) =>
        pack.Territories.IsCommunity(community)
        && (current.Viewer.SeesEveryone || current.Viewer.Communities.Contains(community));

    private void Record(FormattableString detail) =>
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = AuditAction.OutreachRecorded,
                Actor = current.Viewer.Account,
                Detail = FormattableString.Invariant(detail),
            }
        );

    private static string? Cut(string? project) =>
        project?.Trim() is { Length: > 0 } text
            ? text.Length > LongestProject
                ? text[..LongestProject]
                : text
            : null;
}
