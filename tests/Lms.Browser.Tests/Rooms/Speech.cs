using System.Text;

namespace Lms.Browser.Tests.Rooms;

/// <summary>
/// Something like speech: syllables of gliding harmonics with hisses between them, without a pause, so
/// that an encoder has as much to do as with somebody who never draws breath.
/// </summary>
internal static class Speech
{
    private const int Rate = 48_000;
    private const int Seconds = 12;
    private const int Harmonics = 24;

    public static void Write(string path)
    {
        var random = new Random(7);
        using var file = new BinaryWriter(File.Create(path));
        var bytes = Seconds * Rate * sizeof(short);
        file.Write(Encoding.ASCII.GetBytes("RIFF"));
        file.Write(36 + bytes);
        file.Write(Encoding.ASCII.GetBytes("WAVEfmt "));
        file.Write(16);
        file.Write((short)1);
        file.Write((short)1);
        file.Write(Rate);
        file.Write(Rate * sizeof(short));
        file.Write((short)sizeof(short));
        file.Write((short)16);
        file.Write(Encoding.ASCII.GetBytes("data"));
        file.Write(bytes);
        var turns = 0d;
        for (var at = 0; at < Seconds * Rate; at++)
        {
            var second = (double)at / Rate;
            turns += (130 + (40 * Math.Sin(2 * Math.PI * 0.7 * second))) / Rate;
            var syllable = 0.5 - (0.5 * Math.Cos(2 * Math.PI * 4.5 * second));
            var formant = 6 + (5 * Math.Sin(2 * Math.PI * 2.3 * second));
            var voice = Enumerable
                .Range(1, Harmonics)
                .Sum(one => Math.Sin(2 * Math.PI * one * turns) / (1 + Math.Abs(one - formant)));
            var hiss = random.NextDouble() - 0.5;
            file.Write((short)(5_000 * ((syllable * voice) + ((1 - syllable) * hiss))));
        }
    }
}
