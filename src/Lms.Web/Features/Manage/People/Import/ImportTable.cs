using System.Globalization;
using System.Text;
using Lms.Web.Features.Shared;
using MiniExcelLibs;
using Sylvan.Data.Csv;

namespace Lms.Web.Features.Manage.People.Import;

/// <summary>A column of the file. The order is that of the template.</summary>
public enum ImportColumn
{
    Family,
    Given,
    Patronymic,
    Latin,
    Email,
    Phone,
    Community,
    Institution,
    Role,
    From,
}

/// <summary>Why a file is not read at all.</summary>
public enum FileFault
{
    /// <summary>Neither a CSV nor an XLSX, or one that is broken.</summary>
    NoTable,

    TooBig,
    TooManyRows,

    /// <summary>The columns of the name and the community are not all there.</summary>
    NoColumns,
}

/// <param name="Number">As a spreadsheet counts: the heads are row 1.</param>
public sealed record ImportLine(int Number, IReadOnlyDictionary<ImportColumn, string> Cells)
{
    public string this[ImportColumn column] => Cells.GetValueOrDefault(column, "");
}

/// <summary>A file of people as text: what a cell would reckon is nothing here.</summary>
public sealed record ImportTable(IReadOnlyList<ImportLine> Lines)
{
    public const int MostBytes = 5 * 1024 * 1024;
    public const int MostRows = 5_000;
    private const int MostColumns = 50;
    private const int LongestCell = 500;
    private static readonly char[] LineEnds = ['\r', '\n'];
    private static readonly char[] Delimiters = [',', ';', '\t'];
    private static readonly ImportColumn[] Needed =
    [
        ImportColumn.Family,
        ImportColumn.Given,
        ImportColumn.Community,
    ];

    /// <summary>The table; or why there is none.</summary>
    public static (ImportTable? Table, FileFault? Fault) Read(byte[] file)
    {
        if (file.Length > MostBytes)
        {
            return (null, FileFault.TooBig);
        }

        try
        {
            return IsZip(file) ? Read(Sheet(file)) : Read(Csv(file));
        }
        catch (TooMuchToUnpackException)
        {
            return (null, FileFault.TooBig);
        }
        // What a hostile file makes a reader throw is not known beforehand, and always says the same.
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return (null, FileFault.NoTable);
        }
    }

    /// <summary>The heads, as the template of a language has them.</summary>
    public static string Head(ImportColumn column, Texts texts) =>
        texts[
            column switch
            {
                ImportColumn.Family => "manage.import.column.family",
                ImportColumn.Given => "manage.import.column.given",
                ImportColumn.Patronymic => "manage.import.column.patronymic",
                ImportColumn.Latin => "manage.import.column.latin",
                ImportColumn.Email => "manage.import.column.email",
                ImportColumn.Phone => "manage.import.column.phone",
                ImportColumn.Community => "manage.import.column.community",
                ImportColumn.Institution => "manage.import.column.institution",
                ImportColumn.Role => "manage.import.column.role",
                ImportColumn.From => "manage.import.column.from",
            }
        ];

    /// <summary>An empty table to fill in: UTF-8 with its mark, so that a spreadsheet reads it right.</summary>
    public static byte[] Template(Texts texts) =>
        [
            .. Encoding.UTF8.Preamble,
            .. Encoding.UTF8.GetBytes(
                string.Join(',', Enum.GetValues<ImportColumn>().Select(one => Head(one, texts)))
                    + "\r\n"
            ),
        ];

    private static (ImportTable?, FileFault?) Read(IEnumerable<IReadOnlyList<string>> rows)
    {
        Dictionary<int, ImportColumn>? heads = null;
        var lines = new List<ImportLine>();
        var number = 0;
        foreach (var row in rows)
        {
            number++;
            if (heads is null)
            {
                heads = Heads(row);
                if (Needed.Except(heads.Values).Any())
                {
                    return (null, FileFault.NoColumns);
                }
            }
            else if (row.Any(cell => cell.Length > 0))
            {
                if (lines.Count == MostRows)
                {
                    return (null, FileFault.TooManyRows);
                }

                lines.Add(
                    new(
                        number,
                        heads
                            .Where(head => head.Key < row.Count)
                            .ToDictionary(head => head.Value, head => row[head.Key])
                    )
                );
            }
        }

        return heads is null ? (null, FileFault.NoTable) : (new(lines), null);
    }

    // In either language, whoever filled it in; a column twice counts once.
    private static Dictionary<int, ImportColumn> Heads(IReadOnlyList<string> row)
    {
        var heads = new Dictionary<int, ImportColumn>();
        for (var at = 0; at < row.Count; at++)
        {
            var typed = Lms.Domain.People.NameKeys.Fold(row[at]);
            foreach (var column in Enum.GetValues<ImportColumn>())
            {
                var isIt = Texts.Languages.Any(language =>
                    Lms.Domain.People.NameKeys.Fold(Head(column, Texts.In(language))) == typed
                );
                if (isIt && !heads.ContainsValue(column))
                {
                    heads[at] = column;
                }
            }
        }

        return heads;
    }

    private static IEnumerable<IReadOnlyList<string>> Csv(byte[] file)
    {
        var text = Text(file);
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new InvalidDataException();
        }

        var head = text.Split(LineEnds, 2)[0];
        var delimiter = Delimiters.MaxBy(sign => head.Count(one => one == sign));
        using var reader = CsvDataReader.Create(
            new StringReader(text),
            new CsvDataReaderOptions
            {
                Delimiter = delimiter,
                HasHeaders = false,
                CsvStyle = CsvStyle.Standard,
                BufferSize = 64 * 1024,
                MaxBufferSize = 1024 * 1024,
            }
        );
        while (reader.Read())
        {
            var cells = new string[Math.Min(reader.RowFieldCount, MostColumns)];
            for (var at = 0; at < cells.Length; at++)
            {
                cells[at] = Cut(reader.GetString(at));
            }

            yield return cells;
        }
    }

    // What an office of the region saves without asking is the old code page of Windows.
    private static string Text(byte[] file)
    {
        if (file is [0xFF, 0xFE, ..])
        {
            return Encoding.Unicode.GetString(file.AsSpan(2));
        }

        var start = file.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file.AsSpan(start));
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetString(file);
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Sheet(byte[] file)
    {
        UnpackedSize.Check(file);
        using var stream = new MemoryStream(file, writable: false);
        var rows = stream.Query(useHeaderRow: false, excelType: ExcelType.XLSX);
        foreach (IDictionary<string, object?> row in rows)
        {
            yield return [.. row.Values.Take(MostColumns).Select(Shown)];
        }
    }

    private static string Shown(object? value) =>
        Cut(
            value switch
            {
                null => "",
                DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                double number => number.ToString("0.############", CultureInfo.InvariantCulture),
                IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
                _ => value.ToString() ?? "",
            }
        );

    private static string Cut(string cell)
    {
        var text = cell.Trim();
        return text.Length > LongestCell ? text[..LongestCell] : text;
    }

    private static bool IsZip(byte[] file) => file is [0x50, 0x4B, 0x03, 0x04, ..];
}
