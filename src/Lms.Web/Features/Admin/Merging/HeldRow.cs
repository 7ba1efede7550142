namespace Lms.Web.Features.Admin.Merging;

/// <summary>A row about a person by its keys alone: nothing of what it says is read.</summary>
/// <param name="Key">Its key without the person, as <see cref="KeyText"/>.</param>
/// <param name="Unique">What no second row of one person may have, by the name of the index.</param>
/// <param name="HangsFrom">Rows about the same person that it cannot be parted from.</param>
internal sealed record HeldRow(
    string Key,
    IReadOnlyDictionary<string, string> Unique,
    IReadOnlyList<(string Table, string Key)> HangsFrom
);
