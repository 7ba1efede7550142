using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Features.Shared.WaysIn;

namespace Lms.Web.Features.Manage.People.Import;

/// <summary>What a row will do.</summary>
public enum RowVerdict
{
    Add,
    Change,

    /// <summary>The register says the same already.</summary>
    Same,

    /// <summary>Someone of this name works there: nothing is done unless it is said that this is another.</summary>
    PerhapsSame,

    /// <summary>Something in it is wrong: it is left out.</summary>
    Refused,
}

/// <summary>Something to know about a cell.</summary>
/// <param name="Words">Key of the text; its places are <paramref name="Values"/>.</param>
public sealed record ImportFinding(ImportColumn Column, string Words, params string[] Values);

/// <summary>A row that could be read.</summary>
/// <param name="Logins">E-mail first; none when the row gives neither.</param>
/// <param name="From">First day in the post; null for today.</param>
public sealed record ImportRow(
    PersonName Name,
    string? Latin,
    IReadOnlyList<LoginName> Logins,
    TerritoryCode Community,
    string? Institution,
    string? Role,
    DateOnly? From
);

/// <summary>A row, and what comes of it.</summary>
/// <param name="Read">Null when it was refused.</param>
/// <param name="Person">Who it is about; null for someone new.</param>
public sealed record RowPlan(
    int Number,
    string Name,
    RowVerdict Verdict,
    IReadOnlyList<ImportFinding> Findings,
    ImportRow? Read,
    PersonId? Person
);

public sealed record ImportPlan(IReadOnlyList<RowPlan> Rows)
{
    public int Count(RowVerdict verdict) => Rows.Count(row => row.Verdict == verdict);
}
