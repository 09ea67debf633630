using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FundTracker.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FactsAndPlansAreApproved : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ApprovedBy",
                table: "Tranches",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "RecordedBy",
                table: "Tranches",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ApprovedBy",
                table: "TrancheConditions",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ApprovedBy",
                table: "Facts",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "Voucher",
                table: "Facts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ApprovedBy",
                table: "ContributionPlans",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "VoucherFacts",
                columns: table => new
                {
                    Voucher = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Subject = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    EffectiveFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    Provenance = table.Column<byte>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VoucherFacts", x => new { x.Voucher, x.Number });
                    table.ForeignKey(
                        name: "FK_VoucherFacts_Vouchers_Voucher",
                        column: x => x.Voucher,
                        principalTable: "Vouchers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "VoucherPlanSteps",
                columns: table => new
                {
                    Voucher = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    Rolling = table.Column<bool>(type: "INTEGER", nullable: false),
                    PlannedDate = table.Column<int>(type: "INTEGER", nullable: true),
                    BudgetYear = table.Column<int>(type: "INTEGER", nullable: true),
                    Provenance = table.Column<byte>(type: "INTEGER", nullable: false),
                    Tranche = table.Column<int>(type: "INTEGER", nullable: true),
                    Condition = table.Column<int>(type: "INTEGER", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Document = table.Column<long>(type: "INTEGER", nullable: true),
                    Currency = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: true),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VoucherPlanSteps", x => new { x.Voucher, x.Number });
                    table.ForeignKey(
                        name: "FK_VoucherPlanSteps_Vouchers_Voucher",
                        column: x => x.Voucher,
                        principalTable: "Vouchers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "VoucherFacts");

            migrationBuilder.DropTable(
                name: "VoucherPlanSteps");

            migrationBuilder.DropColumn(
                name: "ApprovedBy",
                table: "Tranches");

            migrationBuilder.DropColumn(
                name: "RecordedBy",
                table: "Tranches");

            migrationBuilder.DropColumn(
                name: "ApprovedBy",
                table: "TrancheConditions");

            migrationBuilder.DropColumn(
                name: "ApprovedBy",
                table: "Facts");

            migrationBuilder.DropColumn(
                name: "Voucher",
                table: "Facts");

            migrationBuilder.DropColumn(
                name: "ApprovedBy",
                table: "ContributionPlans");
        }
    }
}
