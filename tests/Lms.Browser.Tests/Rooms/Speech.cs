using Lms.Browser.Tests.Live;

namespace Lms.Browser.Tests.Rooms;

/// <summary>
/// Something like speech: syllables of gliding harmonics with hisses between them, without a pause, so
/// that an encoder has as much to do as with somebody who never draws breath.
/// </summary>
internal static class Speech
{
    private const int Seconds = 12;
    private const int Harmonics = 24;

    public static void Write(string path)
    {
        var random = new Random(7);
        var turns = 0d;
        Wave.Write(path, Seconds, Sample);

        short Sample(int at)
        {
            var second = (double)at / Wave.Rate;
            turns += (130 + (40 * Math.Sin(2 * Math.PI * 0.7 * second))) / Wave.Rate;
            var syllable = 0.5 - (0.5 * Math.Cos(2 * Math.PI * 4.5 * second));
            var formant = 6 + (5 * Math.Sin(2 * Math.PI * 2.3 * second));
            var voice = Enumerable
                .Range(1, Harmonics)
                .Sum(one => Math.Sin(2 * Math.PI * one * turns) / (1 + Math.Abs(one - formant)));
            var hiss = random.NextDouble() - 0.5;
            return (short)(5_000 * ((syllable * voice) + ((1 - syllable) * hiss)));
        }
    }
}
