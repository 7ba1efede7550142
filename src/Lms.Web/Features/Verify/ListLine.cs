using Lms.Domain.Certification;

namespace Lms.Web.Features.Verify;

/// <summary>One line of a list as it was brought.</summary>
/// <param name="Number">As typed; empty when there is none.</param>
/// <param name="Code">In its one written form; null when there is none, or one typed with a mistake.</param>
internal sealed record ListLine(string Number, string? Code, ListFault? Fault)
{
    /// <summary>Lines that are read; more are refused whole.</summary>
    public const int Most = 200;

    /// <summary>Characters of a line that hold a number and a code, with room.</summary>
    private const int Longest = 200;

    private static readonly char[] Between = ['\t', ';', ',', ' ', '\u00a0'];

    /// <summary>The lines with something in them.</summary>
    public static IReadOnlyList<ListLine> Read(string text) =>
        [
            .. text.TrimStart('\ufeff')
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Take(Most + 1)
                .Select(Of),
        ];

    private static ListLine Of(string line)
    {
        var cut = line.IndexOfAny(Between);
        if (line.Length > Longest || cut < 0)
        {
            return new(line[..Math.Min(line.Length, 40)], null, ListFault.NotAPair);
        }

        var number = line[..cut].Trim('"');
        // Another column after the code is not part of it.
        var rest = line[cut..].TrimStart(Between).Split(['\t', ';', ','], 2)[0].Trim().Trim('"');
        return CertificateCode.Read(rest) is { } code
            ? new(number, code, null)
            : new(number, null, ListFault.WrongCode);
    }
}

internal enum ListFault
{
    /// <summary>Not a number and a code.</summary>
    NotAPair,

    /// <summary>The code's own check fails: no register is needed to know it.</summary>
    WrongCode,

    /// <summary>No certificate has this number and this code.</summary>
    Unknown,
}
