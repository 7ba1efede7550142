using System.Text;

namespace Lms.Browser.Tests.Live;

/// <summary>Eight tones of a second each, over and over: what is heard tells the second.</summary>
internal static class Tones
{
    private const int Rate = 48_000;
    private static readonly int[] Hertz = [440, 620, 800, 980, 1160, 1340, 1520, 1700];

    public static void Write(string path)
    {
        using var file = new BinaryWriter(File.Create(path));
        var bytes = Hertz.Length * Rate * sizeof(short);
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
        for (var at = 0; at < Hertz.Length * Rate; at++)
        {
            var turns = (double)Hertz[at / Rate] * at / Rate;
            file.Write((short)(12_000 * Math.Sin(2 * Math.PI * turns)));
        }
    }
}
