using System.Globalization;
using FundTracker.Application.Reports;
using FundTracker.Reports.Blocks;

namespace FundTracker.Reports.Tests.Samples;

/// <summary>Documents that use every block; all of their figures are invented.</summary>
public static class SampleDocuments
{
    public static readonly DateTimeOffset KnownAt = new(2023, 7, 15, 8, 30, 0, TimeSpan.Zero);

    public static ReportDocument Of(params Block[] blocks) => Of(ReportLanguage.Chinese, blocks);

    public static ReportDocument Of(ReportLanguage language, params Block[] blocks) => new()
    {
        Title = language == ReportLanguage.Chinese ? "母基金季度报告" : "Quarterly report of the mother fund",
        Subject = language == ReportLanguage.Chinese ? "示例产业基金" : "Sample Industry Fund",
        Language = language,
        AsOf = new DateOnly(2023, 6, 30),
        KnownAt = KnownAt,
        Publisher = "示例管理人",
        Blocks = blocks,
    };

    /// <summary>A table of rows with Chinese names and seven figures each.</summary>
    public static Table Holdings(int rows) => new()
    {
        Title = "子基金明细",
        Unit = "万元",
        Columns =
        [
            new Column { Heading = "子基金" },
            new Column { Heading = "认缴出资", Alignment = Alignment.Right, Group = "出资" },
            new Column { Heading = "实缴出资", Alignment = Alignment.Right, Group = "出资" },
            new Column { Heading = "未缴余额", Alignment = Alignment.Right, Group = "出资" },
            new Column { Heading = "累计分配", Alignment = Alignment.Right },
            new Column { Heading = "资产净值", Alignment = Alignment.Right },
            new Column { Heading = "DPI", Alignment = Alignment.Right, Group = "业绩倍数" },
            new Column { Heading = "TVPI", Alignment = Alignment.Right, Group = "业绩倍数" },
        ],
        Rows = [.. Enumerable.Range(1, rows).Select(Holding)],
    };

    public static ReportDocument Everything() => Of(
        new TitleBlock
        {
            Overline = "季度报告 · 2023 年第二季度",
            Title = "示例一号产业基金",
            Subtitle = "母基金及其子基金的出资、分配、净值与杠杆",
            Facts =
            [
                new TitleFact("截至日期", "2023-06-30"), new TitleFact("数据时点", "2023-07-15 08:30:00 UTC"),
                new TitleFact("金额单位", "万元"), new TitleFact("舍入", "四舍五入（远离零），仅在最后一步"),
                new TitleFact("组织形式", "公司制"), new TitleFact("管理机构", "基金管理委员会"),
            ],
        },
        new KeyFigures
        {
            Figures =
            [
                new KeyFigure { Label = "基金规模", Value = "500,000.00", Unit = "万元", Remark = "首期 50,000.00 万元", FigureId = "fundSize@FUND1" },
                new KeyFigure { Label = "累计实缴", Value = "128,450.00", Unit = "万元", Remark = "占计划 25.69 %", FigureId = "paidIn@FUND1", Marks = Marks.Illustrative },
                new KeyFigure { Label = "放大倍数（实缴）", Value = "5.41x", Remark = "社会资本 / 财政资金", FigureId = "leverage.SocialToFiscal@FUND1", Marks = Marks.Illustrative },
                new KeyFigure { Label = "TVPI", Value = "1.18x", Remark = "DPI 0.12x + RVPI 1.06x", FigureId = "tvpi@FUND1", Marks = Marks.Illustrative | Marks.Stale },
            ],
        },
        new Callout { Title = "示例数据", Text = "本报告中带 ◊ 的数字包含至少一条示例记录；未带标记的数字全部来自已公布的资料。阅读者不应将示例数字当作真实业绩。" },
        new Heading { Text = "一、分期出资：计划与实缴" },
        new Paragraph { Emphasis = Emphasis.Lead, Text = "首期 5 亿元已全部到位；后续各期按照基金管理委员会批准的出资计划滚动开展，条件未满足的不予催缴。" },
        new BarChart
        {
            Title = "各期计划与实缴",
            Unit = "亿元",
            Decimals = 2,
            Categories = ["第一期 2022", "第二期 2023", "第三期 2024", "第四期 2025"],
            Series =
            [
                new CategorySeries("计划出资", [5m, 12.5m, 15m, 17.5m]),
                new CategorySeries("实缴出资", [5m, 7.845m, 0m, null]),
            ],
            Marks = Marks.Illustrative,
        },
        new Heading { Level = 2, Text = "本季度出资通知与缴款" },
        new Table
        {
            Title = "出资通知",
            Unit = "万元",
            Columns =
            [
                new Column { Heading = "编号" }, new Column { Heading = "被通知人" }, new Column { Heading = "通知日" }, new Column { Heading = "到期日" },
                new Column { Heading = "应缴", Alignment = Alignment.Right }, new Column { Heading = "已缴", Alignment = Alignment.Right },
                new Column { Heading = "状态", Alignment = Alignment.Centre },
            ],
            Rows =
            [
                Row.GroupOf("母基金股东"),
                Row.Of("CC-2023-004", "区财政出资人", "2023-04-10", "2023-04-28", "30,000.00", "30,000.00", "已缴清"),
                Row.Of("CC-2023-004", "国有资本出资人（区属科创集团）", "2023-04-10", "2023-04-28", "20,000.00", "19,997.00", "部分缴款"),
                new Row { Kind = RowKind.Subtotal, Cells = [.. Row.Of("小计", "", "", "", "50,000.00", "49,997.00", "").Cells] },
                Row.GroupOf("子基金"),
                Row.Of("CC-2023-007", "科技成果转化示例基金合伙企业（有限合伙）", "2023-05-12", "2023-06-02", "8,000.00", "8,000.00", "已缴清"),
                new Row
                {
                    Cells =
                    [
                        new Cell { Text = "CC-2023-009" }, new Cell { Text = "示例种子基金" }, new Cell { Text = "2023-06-20" }, new Cell { Text = "2023-07-14" },
                        new Cell { Text = "1,250.00", FigureId = "called@FUND1/CC-2023-009", Marks = Marks.Illustrative },
                        new Cell { Text = "—", NoteKey = "a" }, new Cell { Text = "已发出" },
                    ],
                },
                new Row { Kind = RowKind.Total, Cells = [.. Row.Of("合计", "", "", "", "59,250.00", "57,997.00", "").Cells] },
            ],
            Footnotes = ["a  未到到期日，尚无缴款。"],
        },
        new Heading { Text = "二、子基金" },
        WithIds(Holdings(46)),
        new Heading { Text = "三、杠杆" },
        new LineChart
        {
            Title = "放大倍数（五种公式中的三种）",
            Unit = "倍",
            Decimals = 2,
            Reference = new ReferenceLevel("目标 L-01", 4.5m),
            Series =
            [
                Line("SocialToFiscal（实缴）", 2.1m, 0.31m), Line("TotalToMotherCommitted（认缴）", 3.4m, 0.26m), Line("LookThrough（实缴）", 1.2m, 0.12m),
            ],
        },
        new BarChart
        {
            Title = "按行业的穿透敞口",
            Unit = "亿元",
            Decimals = 2,
            Direction = BarDirection.Across,
            Categories = ["光电信息", "数字经济", "新能源", "半导体", "其他（未穿透部分）"],
            Series = [new CategorySeries("穿透价值", [31.2m, 27.45m, 18.9m, 12.06m, 4.4m])],
        },
        new BarChart
        {
            Title = "按生命周期阶段与资金来源",
            Unit = "亿元",
            Decimals = 1,
            Arrangement = BarArrangement.Stacked,
            Categories = ["科技成果转化", "初创期", "发展期", "成长期", "成熟期"],
            Series =
            [
                new CategorySeries("财政", [1.2m, 2.2m, 3.1m, 4m, 2m]),
                new CategorySeries("国资", [0.4m, 1.2m, 2.8m, 5m, 3.2m]),
                new CategorySeries("社会资本", [0.6m, 3.2m, 6.1m, 9.5m, 7.3m]),
                new CategorySeries("金融机构", [0, 0.2m, 1.4m, 3m, 4.4m]),
            ],
        },
        new PageBreak(),
        new Heading { Text = "四、附注" },
        new NoteList
        {
            Notes =
            [
                new Note("N1", "社会资本包括社会资本、金融机构与管理人；财政资金按财政出资人计。实缴口径。", "SocialToFiscal 社会资本对财政资金", "社会资本实缴 ÷ 财政资金实缴"),
                new Note("N2", "母基金对所计子基金的认缴为分母；两者口径一致，均为认缴。", "TotalToMotherCommitted", "Σ 子基金认缴总额 ÷ 母基金对这些子基金的认缴"),
                new Note("N3", "DPI + RVPI = TVPI；净值取截至日或之前最近一次，超过 92 天标记为 †。", "DPI、RVPI、TVPI"),
            ],
        },
        new BulletList { Items = ["金额以人民币分为单位精确记账，仅在打印时换算为万元。", "同一截至日期与数据时点下重新出具的报告，其内容哈希不变。"] },
        new Paragraph { Emphasis = Emphasis.Small, Text = "Report ids such as fundSize@FUND1 open the trail of a figure down to the ledger lines and documents behind it." });

    private static Table WithIds(Table table) => new()
    {
        Title = table.Title,
        Unit = table.Unit,
        Columns = [.. table.Columns.Select((column, i) => new Column
        {
            Heading = column.Heading,
            Alignment = column.Alignment,
            Group = column.Group,
            Code = i == 0 ? null : Codes[i - 1],
        })],
        Rows = [.. table.Rows.Select((row, i) => new Row
        {
            Scope = $"SUB{i + 1:00}",
            Cells = [.. row.Cells.Select((cell, j) => new Cell
            {
                Text = cell.Text,
                Marks = j > 2 && i % 4 == 1 ? Marks.Illustrative : Marks.None,
            })],
        })],
    };

    private static DatedSeries Line(string name, decimal first, decimal step) => new(
        name,
        [.. Enumerable.Range(0, 10).Select(i =>
            new DatedValue(new DateOnly(2021, 3, 31).AddMonths(3 * i), first + (step * i) + (i % 3 * 0.08m)))]);

    private static Row Holding(int number)
    {
        var commitment = 10_000m + (number * 37 % 9_000);
        var paidIn = commitment * (40 + (number % 60)) / 100;
        var distributed = paidIn * (number % 17) / 40;
        var nav = paidIn * (90 + (number % 45)) / 100;
        return Row.Of(
            $"{Cities[number % Cities.Length]}{Fields[number % Fields.Length]}产业投资基金{number:000}号（有限合伙）",
            Amount(commitment), Amount(paidIn), Amount(commitment - paidIn), Amount(distributed), Amount(nav),
            Multiple(distributed / paidIn), Multiple((distributed + nav) / paidIn));
    }

    private static readonly string[] Codes = ["commitment", "paidIn", "unfunded", "distributed", "nav", "dpi", "tvpi"];
    private static readonly string[] Cities = ["合肥", "芜湖", "蚌埠", "安庆", "滁州", "宣城", "六安"];
    private static readonly string[] Fields = ["光电信息", "数字经济", "新能源", "半导体", "生物医药", "先进制造"];

    private static string Amount(decimal value) => value.ToString("N2", CultureInfo.InvariantCulture);

    private static string Multiple(decimal value) => value.ToString("0.00", CultureInfo.InvariantCulture) + "x";
}
