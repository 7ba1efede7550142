using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared.Certifying;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Certifications;

/// <param name="End">Of the run that holds, else of the last period known on the day.</param>
public sealed record MatrixCell(string Certification, CertificationState State, DateOnly? End);

public sealed record MatrixRow(
    PersonId Person,
    string Name,
    TerritoryCode Community,
    IReadOnlyList<MatrixCell> Cells
);

public sealed record MatrixPage(IReadOnlyList<MatrixRow> Rows, int Found, int Pages, int Number);

/// <summary>
/// People and certifications on a day, within the scope of the viewer. People are filtered, sorted and
/// paged by the database; a filter by state, which is no column, walks the people that can be in it.
/// </summary>
public sealed class MatrixReads(LmsDbContext db, CertificationReads reads, OrganisationPack pack)
{
    public const int PerPage = 50;

    private const int WalkedAtOnce = 1000;

    public async Task<MatrixPage> ReadAsync(MatrixView view, DateOnly day)
    {
        var shown = pack
            .Certifications.Where(one =>
                view.Certification.Length == 0 || one.Code == view.Certification
            )
            .ToList();
        var people = Sorted(Filtered(view, day), view);
        return view.State is { } state && shown is [var only]
            ? await WalkedAsync(people, only, state, view.Number, day)
            : await PagedAsync(people, shown, view.Number, day);
    }

    /// <summary>Communities of the people in the scope.</summary>
    public Task<List<TerritoryCode>> CommunitiesAsync() =>
        Living.Select(person => person.Community).Distinct().ToListAsync();

    private IQueryable<Person> Living =>
        db
            .People.AsNoTracking()
            .Where(person => person.MergedInto == null && person.ErasedAt == null);

    private IQueryable<Person> Filtered(MatrixView view, DateOnly day)
    {
        var people = Living;
        if (view.Query.Length > 0)
        {
            var typed = NameKeys.Fold(view.Query);
            people = people.Where(person => person.SearchName.StartsWith(typed));
        }

        if (view.Community.Length > 0)
        {
            var community = new TerritoryCode(view.Community);
            people = people.Where(person => person.Community == community);
        }

        if (view.Role.Length > 0)
        {
            people = people.Where(person =>
                db.Posts.Any(post =>
                    post.PersonId == person.Id
                    && post.StaffRole == view.Role
                    && post.From <= day
                    && (post.To == null || post.To >= day)
                )
            );
        }

        return view is { State: { } state, Certification.Length: > 0 }
            ? Possible(people, state, view.Certification)
            : people;
    }

    // Who has no such row can be in no such state: the walk is over fewer.
    private IQueryable<Person> Possible(
        IQueryable<Person> people,
        CertificationState state,
        string certification
    ) =>
        state switch
        {
            CertificationState.Certified
            or CertificationState.Expiring
            or CertificationState.InGrace
            or CertificationState.Lapsed
            or CertificationState.Revoked => people.Where(person =>
                db.CertificationPeriods.Any(period =>
                    period.PersonId == person.Id && period.Certification == certification
                )
            ),
            CertificationState.Waived => people.Where(person =>
                db.Waivers.Any(waiver =>
                    waiver.PersonId == person.Id && waiver.Certification == certification
                )
            ),
            CertificationState.Suspended => people.Where(person =>
                db.Suspensions.Any(one =>
                    one.PersonId == person.Id && one.Certification == certification
                )
            ),
            CertificationState.NotYet or CertificationState.InProgress => people,
        };

    private IQueryable<Person> Sorted(IQueryable<Person> people, MatrixView view) =>
        view.Order switch
        {
            MatrixOrder.Name => people.OrderBy(person => person.SortKey).ThenBy(one => one.Id),
            MatrixOrder.NameBack => people
                .OrderByDescending(person => person.SortKey)
                .ThenBy(one => one.Id),
            MatrixOrder.Community => people
                .OrderBy(person => person.Community)
                .ThenBy(person => person.SortKey)
                .ThenBy(one => one.Id),
            // Who holds none comes last.
            MatrixOrder.End => people
                .OrderBy(person =>
                    db.CertificationPeriods.Where(period =>
                            period.PersonId == person.Id
                            && (
                                view.Certification == ""
                                || period.Certification == view.Certification
                            )
                        )
                        .Max(period => (DateOnly?)period.Until)
                    ?? DateOnly.MaxValue
                )
                .ThenBy(person => person.SortKey)
                .ThenBy(one => one.Id),
        };

    private async Task<MatrixPage> PagedAsync(
        IQueryable<Person> people,
        IReadOnlyList<OfferedCertification> shown,
        int number,
        DateOnly day
    )
    {
        var found = await people.CountAsync();
        var pages = Math.Max(1, (found + PerPage - 1) / PerPage);
        var at = Math.Min(number, pages);
        var listed = await ListedAsync(people.Skip((at - 1) * PerPage).Take(PerPage));
        return new(await RowsAsync(listed, shown, day), found, pages, at);
    }

    private async Task<MatrixPage> WalkedAsync(
        IQueryable<Person> people,
        OfferedCertification certification,
        CertificationState state,
        int number,
        DateOnly day
    )
    {
        var ids = await people.Select(person => person.Id).ToListAsync();
        var matching = new List<PersonId>();
        foreach (var some in ids.Chunk(WalkedAtOnce))
        {
            var book = await reads.ReadAsync(db, some);
            matching.AddRange(
                some.Where(person =>
                    certification.Rules.On(book.Of(person, certification.Code), day) == state
                )
            );
        }

        var pages = Math.Max(1, (matching.Count + PerPage - 1) / PerPage);
        var at = Math.Min(number, pages);
        var page = matching.Skip((at - 1) * PerPage).Take(PerPage).ToList();
        var places = page.Index().ToDictionary(one => one.Item, one => one.Index);
        var listed = await ListedAsync(db.People.Where(person => page.Contains(person.Id)));
        listed.Sort((one, other) => places[one.Id].CompareTo(places[other.Id]));
        return new(await RowsAsync(listed, [certification], day), matching.Count, pages, at);
    }

    private static async Task<List<Listed>> ListedAsync(IQueryable<Person> people) =>
        await people
            .Select(person => new Listed(
                person.Id,
                person.Name.Family,
                person.Name.Given,
                person.Name.Patronymic,
                person.Community
            ))
            .ToListAsync();

    private async Task<IReadOnlyList<MatrixRow>> RowsAsync(
        IReadOnlyList<Listed> listed,
        IReadOnlyList<OfferedCertification> shown,
        DateOnly day
    )
    {
        var book = await reads.ReadAsync(db, [.. listed.Select(one => one.Id)]);
        return
        [
            .. listed.Select(one => new MatrixRow(
                one.Id,
                new PersonName(one.Family, one.Given, one.Patronymic).Full,
                one.Community,
                [.. shown.Select(certification => CellOf(book, one.Id, certification, day))]
            )),
        ];
    }

    private static MatrixCell CellOf(
        CertificationBook book,
        PersonId person,
        OfferedCertification certification,
        DateOnly day
    )
    {
        var facts = book.Of(person, certification.Code);
        return new(
            certification.Code,
            certification.Rules.On(facts, day),
            CertificationStates.EndOn(facts, day)
                ?? facts
                    .Periods.Where(period => period.CompletedOn <= day)
                    .Max(period => (DateOnly?)period.Until)
        );
    }

    private sealed record Listed(
        PersonId Id,
        string Family,
        string Given,
        string Patronymic,
        TerritoryCode Community
    );
}
