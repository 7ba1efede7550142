using System.Text;

namespace Lms.Browser.Tests.Live;

/// <summary>Sound as a fake microphone plays it: one channel of 16 bits in a WAVE file.</summary>
internal static class Wave
{
    public const int Rate = 48_000;

    public static void Write(string path, int seconds, Func<int, short> sample)
    {
        using var file = new BinaryWriter(File.Create(path));
        var bytes = seconds * Rate * sizeof(short);
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
        for (var at = 0; at < seconds * Rate; at++)
        {
            file.Write(sample(at));
        }
    }
}
