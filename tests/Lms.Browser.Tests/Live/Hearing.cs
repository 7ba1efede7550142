using System.Text.Json;
using Microsoft.Playwright;

namespace Lms.Browser.Tests.Live;

/// <summary>A tone that was heard first at a time of the shared clock, in Unix milliseconds.</summary>
internal sealed record Note(int Tone, double At);

/// <summary>What a page heard, and how late against the trainer's own microphone.</summary>
internal static class Hearing
{
    /// <param name="ear">The name under which the page keeps them.</param>
    public static async Task<List<Note>> NotesAsync(IPage page, string ear = "room")
    {
        var notes = await page.EvaluateAsync<JsonElement>($"() => {ear}.notes");
        return
        [
            .. notes
                .EnumerateArray()
                .Where(one => one.TryGetProperty("tone", out _))
                .Select(one => new Note(
                    one.GetProperty("tone").GetInt32(),
                    one.GetProperty("at").GetDouble()
                )),
        ];
    }

    /// <summary>
    /// Milliseconds from each change of the tone at the trainer to the same at a viewer; a tone comes
    /// again after eight seconds, so delays up to that are told apart.
    /// </summary>
    public static List<(double At, double LateMs)> Delays(List<Note> said, List<Note> heard) =>
        [
            .. heard
                .Select(note =>
                    (
                        note.At,
                        LateMs: note.At
                            - (
                                said.LastOrDefault(one =>
                                    one.Tone == note.Tone && one.At <= note.At + 30
                                )?.At
                                ?? double.NaN
                            )
                    )
                )
                .Where(one => !double.IsNaN(one.LateMs)),
        ];

    public static string Told(IReadOnlyCollection<(double At, double LateMs)> delays)
    {
        var sorted = delays.Select(one => one.LateMs).Order().ToList();
        return sorted.Count == 0
            ? "nothing heard"
            : $"p50 {sorted[sorted.Count / 2]:0} ms, max {sorted[^1]:0} ms of {sorted.Count} tones";
    }

    public static double Median(IEnumerable<(double At, double LateMs)> delays)
    {
        var sorted = delays.Select(one => one.LateMs).Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[sorted.Count / 2];
    }
}
