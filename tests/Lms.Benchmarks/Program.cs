using System.Globalization;
using Lms.Benchmarks;

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
    case ["page", var folder, var port, var process, var floorPort, var floorProcess]:
        await Measure.PageAsync(
            folder,
            new(Number(port), Number(process)),
            new(Number(floorPort), Number(floorProcess))
        );
        return 0;
    case ["saves", var folder, var port, var floorPort]:
        await Measure.SavesAsync(folder, Number(port), Number(floorPort));
        return 0;
    default:
        await Console.Error.WriteLineAsync("Run bench.sh in the repository's root.");
        return 2;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
