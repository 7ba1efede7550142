using Lms.Web.Features.Sessions.Media;

namespace Lms.Web.Tests.Features.Sessions.Media;

public sealed class FrameLogTests : IDisposable
{
    private readonly TestFolder folder = new();

    private string File => folder["one.frames"];

    [Fact]
    public async Task What_is_flushed_is_read_while_the_log_grows()
    {
        using var log = FrameLog.Open(File);
        log.Switch(5, isOn: true);
        log.Append(10, Packets.Voice(1, 0));
        await log.FlushAsync();
        log.Append(20, Packets.Voice(2, 100));

        Assert.Equal(
            [(5L, true)],
            Read().OfType<FrameRecord.Switched>().Select(one => (one.ReceivedMs, one.IsOn))
        );
        Assert.Equal([1u], Sequences());

        await log.FlushAsync();
        Assert.Equal([1u, 2u], Sequences());
    }

    [Fact]
    public async Task A_loss_of_power_in_the_last_line_costs_that_line_alone()
    {
        var whole = await WrittenAsync(3);
        var last = whole.Length - (16 + Packets.Voice(3, 200).Length);
        foreach (
            var length in Enumerable
                .Range(last, whole.Length - last)
                .Where(at => at % 7 == 0 || at < last + 20)
        )
        {
            await System.IO.File.WriteAllBytesAsync(File, whole[..length]);
            using (var log = FrameLog.Open(File))
            {
                Assert.Equal(LogAnswer.Kept, log.Append(40, Packets.Voice(9, 900)));
                await log.FlushAsync();
            }

            Assert.Equal([1u, 2u, 9u], Sequences());
        }
    }

    [Fact]
    public async Task Nothing_that_was_written_is_ever_cut_off_by_opening()
    {
        var whole = await WrittenAsync(3);
        for (var round = 0; round < 3; round++)
        {
            using var log = FrameLog.Open(File);
        }

        Assert.Equal(whole, await System.IO.File.ReadAllBytesAsync(File));
    }

    [Fact]
    public async Task A_tail_of_noughts_or_a_changed_byte_ends_the_reading()
    {
        var whole = await WrittenAsync(3);
        await System.IO.File.WriteAllBytesAsync(File, [.. whole, .. new byte[4096]]);
        Assert.Equal([1u, 2u, 3u], Sequences());

        whole[^30] ^= 1;
        await System.IO.File.WriteAllBytesAsync(File, whole);
        Assert.Equal([1u, 2u], Sequences());
    }

    [Fact]
    public async Task After_the_end_nothing_is_taken_and_nothing_is_lost_even_after_a_restart()
    {
        using (var log = FrameLog.Open(File))
        {
            log.Append(10, Packets.Voice(1, 0));
            log.End(20);
            Assert.Equal(LogAnswer.Ended, log.Append(30, Packets.Voice(2, 100)));
            await log.FlushAsync();
        }

        using (var log = FrameLog.Open(File))
        {
            Assert.True(log.IsEnded);
            Assert.Equal(LogAnswer.Ended, log.Append(40, Packets.Voice(3, 200)));
            await log.FlushAsync();
        }

        Assert.Equal([1u], Sequences());
        Assert.IsType<FrameRecord.Ended>(Read()[^1]);
    }

    [Fact]
    public async Task Lines_longer_than_the_buffer_of_the_reader_are_read_whole()
    {
        using var log = FrameLog.Open(File);
        for (var one = 1u; one <= 40; one++)
        {
            log.Append(one, Packets.Picture1(one, one, isKey: true, bytes: 90_000));
        }

        await log.FlushAsync();
        Assert.Equal(Enumerable.Range(1, 40).Select(one => (uint)one), Sequences());
    }

    [Fact]
    public void What_waits_for_a_disk_is_bounded()
    {
        using var log = FrameLog.Open(File);
        var answers = Enumerable
            .Range(0, 300)
            .Select(one => log.Append(one, Packets.Picture1((uint)one, one, true, 90_000)))
            .ToList();
        Assert.Contains(LogAnswer.Full, answers);
    }

    public void Dispose() => folder.Dispose();

    private async Task<byte[]> WrittenAsync(uint packets)
    {
        using (var log = FrameLog.Open(File))
        {
            for (var one = 1u; one <= packets; one++)
            {
                log.Append(10 * one, Packets.Voice(one, 100 * (one - 1)));
            }

            await log.FlushAsync();
        }

        return await System.IO.File.ReadAllBytesAsync(File);
    }

    private List<FrameRecord> Read() => [.. FrameLog.Read(File)];

    private List<uint> Sequences() =>
        [.. Read().OfType<FrameRecord.Frames>().Select(one => one.Packet.Sequence)];
}
