using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lms.Domain.Shared;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Tables;

namespace Lms.Web.Features.Manage.Reports.Standing;

/// <summary>
/// The whole of a report that stands, in both languages, as it is kept: the order of its parts is that
/// of these records, so that the same figures give the same bytes and the same hash.
/// </summary>
public sealed record StandingContent(
    int Version,
    string Audience,
    string TerritoryCode,
    LocalText Territory,
    DateOnly From,
    DateOnly Until,
    DateTimeOffset CutOff,
    string? Project,
    IReadOnlyList<LocalText> Definitions,
    IReadOnlyList<StandingSection> Sections
)
{
    public const int Current = 1;

    private static readonly JsonSerializerOptions Form = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Form);

    public static StandingContent Read(string json) =>
        JsonSerializer.Deserialize<StandingContent>(json, Form)!;

    public static string HashOf(string json) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}

public sealed record StandingSection(
    string Code,
    LocalText Name,
    IReadOnlyList<LocalText> Columns,
    IReadOnlyList<IReadOnlyList<StandingCell>> Rows
)
{
    public ReportTable Table(Texts texts) =>
        new()
        {
            Name = Code,
            Title = Name.In(texts.Language),
            Columns =
            [
                .. Columns.Select(
                    (name, at) =>
                        new ReportColumn(
                            $"{at}",
                            name.In(texts.Language),
                            at == 0 ? ColumnKind.Text : ColumnKind.Decimal
                        )
                        {
                            IsSortable = false,
                        }
                ),
            ],
        };

    public IReadOnlyList<ReportCell[]> Cells(Texts texts) =>
        [.. Rows.Select(row => row.Select(cell => cell.In(texts)).ToArray())];
}

/// <summary>A text or a number; neither when it was not stated.</summary>
public sealed record StandingCell(LocalText? Text, decimal? Number)
{
    public static readonly StandingCell Missing = new(null, null);

    public static implicit operator StandingCell(LocalText text) => new(text, null);

    public static implicit operator StandingCell(decimal number) => new(null, number);

    public static implicit operator StandingCell(decimal? number) => new(null, number);

    public static implicit operator StandingCell(int number) => new(null, number);

    public static implicit operator StandingCell(int? number) => new(null, number);

    public ReportCell In(Texts texts) =>
        Text is { } text ? text.In(texts.Language)
        : Number is { } number ? number
        : ReportCell.Missing;
}
