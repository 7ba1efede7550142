namespace Lms.Web.Features.Shared.Passwords;

/// <summary>How much a password says once its runs along the alphabet or the keyboard count as one sign.</summary>
public static class Sequences
{
    private const int ShortestRun = 3;

    private static readonly string[] Rows =
    [
        "01234567890",
        "abcdefghijklmnopqrstuvwxyz",
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
        "qwertyuiop[]",
        "asdfghjkl;'",
        "zxcvbnm,./",
        "йцукенгшщзхї",
        "фівапролджє",
        "ячсмитьбю.",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
        "!@#$%^&*()_+",
    ];

    private static readonly string[] Runs =
    [
        .. Rows,
        .. Rows.Select(row => new string([.. row.Reverse()])),
    ];

    /// <summary>Signs, each run of three and more counted once.</summary>
    public static int Weight(string folded)
    {
        var weight = 0;
        for (var at = 0; at < folded.Length; weight++)
        {
            var run = RunAt(folded, at);
            at += run >= ShortestRun ? run : 1;
        }

        return weight;
    }

    private static int RunAt(string text, int at)
    {
        var same = text.AsSpan(at).IndexOfAnyExcept(text[at]);
        var longest = same < 0 ? text.Length - at : same;
        foreach (var run in Runs)
        {
            var start = run.IndexOf(text[at], StringComparison.Ordinal);
            if (start >= 0)
            {
                longest = Math.Max(longest, text.AsSpan(at).CommonPrefixLength(run.AsSpan(start)));
            }
        }

        return longest;
    }
}
