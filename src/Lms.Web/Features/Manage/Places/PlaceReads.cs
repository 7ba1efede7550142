using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Places;

/// <param name="IsDue">The contact was not called for too long, and is shown in grey.</param>
public sealed record ContactRow(
    CommunityContactId Id,
    string Name,
    string Number,
    DateOnly VerifiedOn,
    bool IsDue
);

public sealed record EvacuationRow(
    CommunityEvacuationId Id,
    DateOnly From,
    DateOnly? Until,
    string Reason,
    bool IsNow
);

public sealed record PlaceRow(
    string Code,
    string Name,
    int Institutions,
    ContactRow? Contact,
    EvacuationRow? Away
);

public sealed record PlaceCard(
    TerritoryCode Code,
    string Name,
    IReadOnlyList<Institution> Institutions,
    IReadOnlyList<ContactRow> Contacts,
    IReadOnlyList<EvacuationRow> Evacuations
);

/// <summary>The communities of the viewer's scope, and one of them whole.</summary>
public sealed class PlaceReads(
    LmsDbContext db,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
)
{
    public const int PerPage = 60;

    public DateOnly Today => pack.DayOf(time.Now());

    /// <param name="query">Beginning of the name; empty for all.</param>
    /// <returns>One page, and how many there are.</returns>
    public async Task<(IReadOnlyList<PlaceRow> Rows, int Found)> ListAsync(
        string query,
        int page,
        Texts texts
    )
    {
        var byName = StringComparer.Create(texts.Culture, ignoreCase: true);
        var typed = NameKeys.Fold(query);
        var all = pack
            .Territories.All.Where(one =>
                pack.Territories.IsCommunity(one.Code) && current.Viewer.Answers(one.Code)
            )
            .Select(one => (one.Code, Name: pack.NameOf(one.Code, texts.Language)))
            .Where(one => NameKeys.Fold(one.Name).StartsWith(typed, StringComparison.Ordinal))
            .OrderBy(one => one.Name, byName)
            .ToList();
        var shown = all.Skip((page - 1) * PerPage).Take(PerPage).ToList();
        var codes = shown.Select(one => one.Code).ToList();
        var institutions = await db
            .Institutions.Where(one => codes.Contains(one.Territory))
            .GroupBy(one => one.Territory)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(one => one.Key, one => one.Count);
        var contacts = (await ContactsAsync(codes)).ToLookup(one => one.Community);
        var away = (await AwayAsync(codes)).ToLookup(one => one.Community);
        return (
            [
                .. shown.Select(one => new PlaceRow(
                    one.Code.Value,
                    one.Name,
                    institutions.GetValueOrDefault(one.Code),
                    contacts[one.Code]
                        .OrderByDescending(contact => contact.VerifiedOn)
                        .Select(Row)
                        .FirstOrDefault(),
                    away[one.Code].Select(Row).FirstOrDefault(row => row.IsNow)
                )),
            ],
            all.Count
        );
    }

    /// <summary>Null for a community that is not the viewer's.</summary>
    public async Task<PlaceCard?> FindAsync(TerritoryCode code, Texts texts) =>
        !pack.Territories.IsCommunity(code) || !current.Viewer.Answers(code)
            ? null
            : new(
                code,
                pack.NameOf(code, texts.Language),
                await db
                    .Institutions.AsNoTracking()
                    .Where(one => one.Territory == code)
                    .OrderBy(one => one.Code)
                    .ToListAsync(),
                [
                    .. (await ContactsAsync([code]))
                        .OrderByDescending(one => one.VerifiedOn)
                        .Select(Row),
                ],
                [.. (await AwayAsync([code])).OrderByDescending(one => one.From).Select(Row)]
            );

    private Task<List<CommunityContact>> ContactsAsync(List<TerritoryCode> codes) =>
        db
            .CommunityContacts.AsNoTracking()
            .Where(one => codes.Contains(one.Community) && one.RemovedAt == null)
            .ToListAsync();

    private Task<List<CommunityEvacuation>> AwayAsync(List<TerritoryCode> codes) =>
        db.Evacuations.AsNoTracking().Where(one => codes.Contains(one.Community)).ToListAsync();

    private ContactRow Row(CommunityContact one) =>
        new(one.Id, one.Name, one.Number, one.VerifiedOn, one.ReviewDue < Today);

    private EvacuationRow Row(CommunityEvacuation one) =>
        new(
            one.Id,
            one.From,
            one.Until,
            one.Reason,
            one.From <= Today && (one.Until is null || one.Until >= Today)
        );
}
