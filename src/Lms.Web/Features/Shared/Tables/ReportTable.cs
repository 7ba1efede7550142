using Lms.Web.Access;

namespace Lms.Web.Features.Shared.Tables;

/// <summary>What the values of a column are: how they are written, aligned and sorted.</summary>
public enum ColumnKind
{
    Text,
    Whole,
    Decimal,
    Day,
}

/// <param name="Key">As it stands in addresses.</param>
/// <param name="Words">In the language of the reader.</param>
public sealed record ReportColumn(string Key, string Words, ColumnKind Kind = ColumnKind.Text)
{
    public bool IsSortable { get; init; } = true;

    public bool IsNumber => Kind is ColumnKind.Whole or ColumnKind.Decimal;
}

/// <summary>A table of a report, whatever it is written as; its rows come beside it.</summary>
public sealed record ReportTable
{
    /// <summary>A slug: the name of the files.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<ReportColumn> Columns { get; init; }

    /// <summary>What was chosen, and what the figures mean: sentences that go with every copy.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>A copy of it is a list of people: taken for a reason alone.</summary>
    public bool NamesPeople { get; init; }

    /// <summary>What the log of a copy says; null for the usual words.</summary>
    public AuditAction? Exported { get; init; }

    public int At(string? column)
    {
        for (var at = 0; at < Columns.Count; at++)
        {
            if (Columns[at].Key == column && Columns[at].IsSortable)
            {
                return at;
            }
        }

        return -1;
    }
}

/// <summary>A value, and on a page what goes with it.</summary>
/// <param name="Value">Text, a whole number, a decimal or a day; null when it is not known.</param>
public sealed record ReportCell(object? Value)
{
    public static readonly ReportCell Missing = new((object?)null);

    /// <summary>Where the value leads; null for nowhere.</summary>
    public string? Address { get; init; }

    /// <summary>A state: never its colour alone, the value is its word.</summary>
    public (string Tone, string Icon)? State { get; init; }

    /// <summary>What the value is sorted by where that is not itself.</summary>
    public IComparable? Order { get; init; }

    public static implicit operator ReportCell(string? value) => new((object?)value);

    public static implicit operator ReportCell(int value) => new((object)value);

    public static implicit operator ReportCell(int? value) => new((object?)value);

    public static implicit operator ReportCell(decimal value) => new((object)value);

    public static implicit operator ReportCell(decimal? value) => new((object?)value);

    public static implicit operator ReportCell(DateOnly value) => new((object)value);

    public static implicit operator ReportCell(DateOnly? value) => new((object?)value);
}
