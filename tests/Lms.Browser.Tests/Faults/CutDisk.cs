using System.Diagnostics;
using Lms.Browser.Tests.Support;

namespace Lms.Browser.Tests.Faults;

/// <summary>
/// A disk whose power can be cut: ext4 on a loop device, shut down without flushing its journal. What
/// was not flushed before is gone, as on a machine that loses its power.
/// </summary>
public sealed class CutDisk : IAsyncDisposable
{
    private const string Size = "192M";

    private readonly string room = Directory.CreateTempSubdirectory("lms-disk-").FullName;
    private string? device;
    private bool isMounted;

    private CutDisk() { }

    public string Folder => Path.Combine(room, "disk");

    private string Image => Path.Combine(room, "image");

    /// <summary>Why no power can be cut on this machine; null when it can.</summary>
    public static string? Missing() =>
        Environment.UserName != "root" ? "needs root for loop devices"
        : !File.Exists("/usr/sbin/xfs_io") ? "needs the package xfsprogs"
        : !File.Exists("/usr/bin/eatmydata") ? "needs the package eatmydata"
        : !File.Exists("/usr/sbin/mkfs.ext4") ? "needs the package e2fsprogs"
        : !File.Exists("/dev/loop-control") ? "needs loop devices"
        : null;

    public static async Task<CutDisk> MakeAsync()
    {
        var disk = new CutDisk();
        try
        {
            Directory.CreateDirectory(disk.Folder);
            await RunAsync("truncate", "-s", Size, disk.Image);
            await RunAsync("mkfs.ext4", "-q", "-F", disk.Image);
            disk.device = (await RunAsync("losetup", "--find", "--show", disk.Image)).Trim();
            await disk.MountAsync();
            return disk;
        }
        catch
        {
            await disk.DisposeAsync();
            throw;
        }
    }

    // commit=60: the file system writes nothing by itself within a round.
    public async Task MountAsync()
    {
        await RunAsync("mount", "-t", "ext4", "-o", "commit=60", device!, Folder);
        isMounted = true;
    }

    public Task FlushAsync() => RunAsync("sync", "-f", Folder);

    public Task CutAsync() => RunAsync("xfs_io", "-x", "-c", "shutdown", Folder);

    /// <summary>Only when nobody has a file of it open any more.</summary>
    public async Task UnmountAsync()
    {
        await RunAsync("umount", Folder);
        isMounted = false;
    }

    public async ValueTask DisposeAsync()
    {
        if (isMounted)
        {
            await RunAsync("umount", "--lazy", Folder);
        }

        if (device is not null)
        {
            await RunAsync("losetup", "--detach", device);
        }

        Directory.Delete(room, recursive: true);
    }

    private static async Task<string> RunAsync(string program, params string[] args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var ended = await Product.RunAsync(start, TimeSpan.FromSeconds(20));
        return ended.Code == 0
            ? ended.Output
            : throw new InvalidOperationException($"{program}: {ended.Words}");
    }
}
