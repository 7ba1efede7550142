using System.Buffers.Binary;

namespace Lms.Web.Features.Shared.Demo;

/// <summary>
/// Throws that are the same everywhere for one seed (SplitMix64; Steele, Lea and Flood 2014). They
/// decide what is invented, never what is secret.
/// </summary>
public sealed class Dice(ulong seed)
{
    // 1 January 2024 in Unix milliseconds: ids sort by number, as those of people made one after another.
    private const long FirstId = 1_704_067_200_000;

    private ulong state = seed;

    /// <summary>Its own throws for each number, whatever was thrown for the others.</summary>
    public static Dice For(int seed, int number) =>
        new(new Dice((ulong)(uint)seed).Next() ^ new Dice((ulong)(uint)number + 0x51ED270).Next());

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    public int Below(int count) => (int)(Next() % (ulong)count);

    /// <summary>Both ends included; <paramref name="least"/> when there is nothing between.</summary>
    public int Between(int least, int most) =>
        most <= least ? least : least + Below(most - least + 1);

    public bool Percent(int chance) => Below(100) < chance;

    public T One<T>(IReadOnlyList<T> some) => some[Below(some.Count)];

    /// <summary>A version 7 id (RFC 9562, 5.7) whose instant is the number.</summary>
    public Guid Id(int number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, (FirstId + number) << 16);
        BinaryPrimitives.WriteUInt16BigEndian(
            bytes[6..],
            (ushort)(0x7000 | ((ushort)Next() & 0x0FFF))
        );
        BinaryPrimitives.WriteUInt64BigEndian(
            bytes[8..],
            (Next() & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000
        );
        return new Guid(bytes, bigEndian: true);
    }
}
