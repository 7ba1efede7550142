using System.Globalization;
using Lms.Benchmarks;
using Lms.Benchmarks.Live;
using Lms.Benchmarks.National;

// The steps of bench.sh; each is a process of its own, so that the shell can give it its core.
switch (args)
{
    case ["prepare", var folder, var people]:
        await Prepare.RunAsync(folder, Number(people));
        return 0;
    case ["floor", var folder, var data, var port]:
        await Floor.RunAsync(folder, data, Number(port));
        return 0;
    case ["statements", var folder, var port]:
        Console.WriteLine(Rows.Heading);
        await Measure.StatementsAsync(folder, Number(port));
        return 0;
    case ["page", var folder, .. var servers]:
        await Measure.PageAsync(folder, Server(servers[0]), Server(servers[1]));
        return 0;
    case ["public", var folder, .. var servers]:
        await MeasurePublicPage.RunAsync(folder, Server(servers[0]), Server(servers[1]));
        return 0;
    case ["publish", var folder, var content]:
        await MeasurePublish.RunAsync(folder, content);
        return 0;
    case ["saves", var folder, .. var servers]:
        await Measure.SavesAsync(folder, Server(servers[0]), Server(servers[1]));
        return 0;
    case ["sign-in", var folder, .. var servers]:
        await MeasureSignIn.RunAsync(folder, Server(servers[0]), Server(servers[1]));
        return 0;
    case ["search", var folder, var content]:
        MeasureSearch.Run(folder, content);
        return 0;
    case ["backup", var folder]:
        await MeasureBackup.RunAsync(folder);
        return 0;
    case ["certificate", var folder]:
        await MeasureCertificate.RunAsync(folder);
        return 0;
    case ["draw", var folder]:
        MeasureDraw.Run(folder);
        return 0;
    case ["fill", var data, var people]:
        await FillNational.RunAsync(data, Number(people));
        return 0;
    case ["national-floor", var data, var port]:
        await NationalFloor.RunAsync(data, Number(port));
        return 0;
    case ["national", var folder, var data, .. var servers]:
        await MeasureNational.RunAsync(folder, data, Server(servers[0]), Server(servers[1]));
        return 0;
    case ["duties", var folder, var data]:
        await MeasureDuties.RunAsync(folder, data);
        return 0;
    case ["growth", var folder]:
        Growth.Tell(folder);
        return 0;
    case ["live-prepare", var folder, var people]:
        await PrepareLive.RunAsync(folder, Number(people));
        return 0;
    case ["live-floor", var port]:
        await FloorRoom.RunAsync(Number(port));
        return 0;
    case ["room", var folder, .. var servers]:
        await MeasureRoom.RunAsync(folder, Server(servers[0]), Server(servers[1]));
        return 0;
    case ["voice", var folder, .. var servers]:
        await MeasureVoice.RunAsync(folder, Server(servers[0]), Server(servers[1]));
        return 0;
    case ["room-kills", var folder, var port, var product]:
        await MeasureKills.RunAsync(folder, Number(port), product);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Run bench.sh in the repository's root.");
        return 2;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

// A server is written port:process.
static Server Server(string text) => new(Number(text.Split(':')[0]), Number(text.Split(':')[1]));
