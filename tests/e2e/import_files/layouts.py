"""Files of every known layout, with invented orders and their facts.

Each entry is a name, the file's bytes, and the expected facts by order number. Times without a zone are US
Pacific time.
"""

ITEMS_AND_TOTALS = (
    b"\xef\xbb\xbf"
    + "\r\n".join(
        (
            '"Order Id","Order date","Order Status","Order detail url","Store Name","Store url",'
            '"Currency","Tracking number","Tracking link","Item title","Item price",'
            '"Item quantity","Item attributes","Item image url","Item product link",'
            '"Total order net price","Total Shipping","Total price adjustments","Total discount",'
            '"Total EU Tax","Total VAT","Total price","Buyer Full Name","Buyer address",'
            '"Buyer Phone Number","Buyer country","Buyer region","Buyer ZIP","Buyer city",'
            '"Payment method"',
            # Two items of one order, a cell with two lines, a doubled quote; then the totals.
            '"3051000000011234","3. Aug 2025","Warten auf Lieferung","","Beispiel-Laden","","€",'
            '"EX000000001","","Schlauch 1/4""","4,50","2.00","","","","","","","","","","","","",'
            '"","","","","",""',
            '"3051000000011234","3. Aug 2025","Warten auf Lieferung","","Beispiel-Laden","","€",'
            '"EX000000001","","Düse\r\nzwei Zeilen","1,00","1.00","","","","","","","","","","",'
            '"","","","","","","",""',
            '"3051000000011234","3. Aug 2025","Warten auf Lieferung","","Beispiel-Laden","","€",'
            '"EX000000001","","","","","","","","0.00","2.30","0.00","0.00","0.00","0.00",'
            '"12,30","","","","","","","",""',
            '"3051000000021234","28. Dez. 2025","Abgeschlossen","","Beispiel-Laden","","€","","",'
            '"Gitter","10.82","1.00","","","","","","","","","","","","","","","","","",""',
            "",
        )
    ).encode()
)

FIRST_PRODUCTS = (
    "Order ID,Order Date,Status,Product Title,Product Link,Currency,Price,Store Name,Store Link\n"
    '3051000000031234,"Feb 10, 2026",Awaiting shipment,"Lamp, red",,USD,12.34,Example Store,\n'
    '3051000000041234,"Dec 31, 2025",Completed,Kettle,,USD,"1,234.56",Example Store,\n'
).encode()

ORDERS_WITH_DOCUMENTS = (
    "order_id,order_date,status,total_price_text,currency,store_name,order_title,order_titles,"
    "item_image_url,order_line_count,payment_method,shipping_contact_name,shipping_country_code,"
    "shipping_post_code,shipping_region_address,shipping_detail_address,shipping_phone,"
    "order_detail_url,invoice_page_url,invoice_pdf_paths,list_json,detail_json,"
    "invoice_info_json\n"
    "3051000000051234,2026-03-08,Awaiting delivery,US $25.09,USD,Example Store,Cup,"
    'Cup,,1,,,,,,,,,,,"{""a"": 1}","{}",\n'
).encode()

ORDER_LINES = (
    "order_id,order_date,store_name,status,line_index,order_line_id,product_id,sku_id,item_title,"
    "item_image_url,item_price_text,currency,quantity,item_detail_url,snapshot_url,"
    "sku_attrs_json,item_tags_json,line_json\n"
    "3051000000061234,2026-03-01,Example Store,Awaiting delivery,0,1,1,1,Pen,,US $1.50,USD,4,,,"
    "[],[],{}\n"
    "3051000000071234,2026-03-02,Example Store,Canceled,0,2,1,1,Rope,,US $3.00,USD,1,,,[],[],{}\n"
    # The rows of the first order continue after another one.
    "3051000000061234,2026-03-01,Example Store,Awaiting delivery,1,3,1,1,Ink,,US $2.25,USD,1,,,"
    "[],[],{}\n"
).encode()

SHEET_OF_ORDERS = (
    "Order ID,Order Date,Thumbnail,Order Title,All Titles,Status,Total,Currency,Store Name,"
    "Payment Method,Shipping Contact,Shipping Country,Post Code,Region Address,Detail Address,"
    "Phone,Order Detail URL,Invoice Page URL,Invoice PDFs,List JSON,Detail JSON,Invoice JSON\n"
    '3051000000221234,2026-03-08,,Cup,"Cup\nSaucer",Awaiting delivery,US $25.09,USD,'
    'Example Store,,,,,,,,,,,"{""a"": 1}",{},\n'
    "3051000000231234,2026-03-01,,Hat,Hat,Canceled,7.50,EUR,Example Store,,,,,,,,,,,{},{},\n"
).encode()

SHEET_OF_LINES = (
    "Order ID,Order Date,Thumbnail,Item Title,Store Name,Status,Price,Currency,Quantity,"
    "Order Line ID,Product ID,SKU ID,Item Detail URL,Snapshot URL,SKU Attrs JSON,Item Tags JSON,"
    "Line JSON\n"
    "3051000000241234,2026-03-01,,Pen,Example Store,Awaiting delivery,US $1.50,USD,4,1,1,1,,,[],"
    "[],{}\n"
    "3051000000241234,2026-03-01,,Ink,Example Store,Awaiting delivery,2.25,USD,1,2,1,1,,,[],[],"
    "{}\n"
).encode()

CLIPBOARD_DETAILS = (
    "Order Number\tOrder Date\tSubtotal\tShipping and Tax\tTotal Order Amount\tStore Name\t"
    "Order Status\tTracking Number\tTracking Status\tTracking Status Last Updated\t"
    "Tracking Link\tProduct Title\tOption\tPrice\tQuantity\tPieces Per Pack\tTotal Quantity\t"
    "Landed Cost\tProduct URL\tImage URL\t\n"
    "3051000000081234\t3/4/2026\t10.00\t2.00\t12.00\tExample Store\tAwaiting delivery\t"
    "EX000000002\tIn transit\t3/9/2026\t\t\"19\" rack, black\"\t\"2U\"\t5.00\t2\t1\t2\t6\t\t''\t\n"
    "3051000000081234\t3/4/2026\t10.00\t2.00\t12.00\tExample Store\tAwaiting delivery\t"
    "EX000000003\tIn transit\t3/9/2026\t\t\"Screws\"\t\"\"\t0.00\t1\t1\t1\t0\t\t''\t\n"
).encode()

CLIPBOARD_ORDERS = (
    "Order Number\tOrder Date\tTotal\tStore Name\tOrder Status\tProduct Title\tOption\tPrice\t"
    "Quantity\tPieces Per Pack\tTotal Quantity\tLanded Cost\tProduct URL\tImage URL\t\n"
    "3051000000091234\t12/31/2025\t7.00\tExample Store\tCompleted\t\"Mug\"\t\"\"\t7.00\t1\t1\t1\t"
    "7\t\t''\t\n"
).encode()

UNQUOTED_ORDERS = (
    "Order ID;Product;Store;Value;Tracking ID;Carrier;Order time;Status\n"
    '3051000000101234;"Mini" tripod; black;Example Store;US $9.99;EX000000004;Example Post;'
    "07:44 Feb. 21 2020;Awaiting delivery\n"
    "3051000000111234;Cap;Example Store;US $1.00;;;07:45 Feb. 21 2020;Finished\n"
).encode()

ITEMS_BY_INVOICE = (
    "orderId,itemId,Product,Date,Unit Price,Quantity,Price,Store Name,SKU, InvoiceURL,ImageUrl\n"
    '"3051000000121234","1","Pipe 1/4"","24.03.2026","1,50€","2","3,00€","Beispiel-Laden","N/A",'
    '"https://example.test/?orderId=3051000000121234",""\n'
    '"3051000000121234","2","Cable 3", black","24.03.2026","2,00€","1","2,00€","Beispiel-Laden",'
    '"N/A","",""\n'
).encode()

PRODUCTS_BY_INVOICE = (
    "Product,Date,Price,InvoiceURL\n"
    '"Bowl","24.03.2026","4,20€","https://example.test/invoice?orderId=3051000000131234&x=1"\n'
).encode()

INVENTORY = (
    "Order Date,Order ID,Title,Qty,Price,Store,Product ID,SKU ID,Attributes,Price Info,Currency,"
    "Status,Product Url,Product Image Url,Store Url,Tags\n"
    '"Feb 21, 2026",3051000000141234,Cleaner,1,US $120.95,Example Store,1,1,"Color: 6L",'
    "US $120.95|120|95,USD,Completed,,,,\n"
    '"Feb 18, 2026",3051000000151234,Brush,2,"129,46zł",Example Store,2,2,,"129,46zł|129|46",'
    "PLN,Awaiting shipment,,,,gift\n"
).encode()

DATA_COPY_HEADER = (
    "order_id,parent_orderid,gmt_create_order_time,order_status,item_name,unit_price,payable_amt,"
    "gmt_pay_order_time,gmt_trade_end_time,end_reason,is_success_pay,frozen_status\n"
)
DATA_COPY = (
    DATA_COPY_HEADER
    # Sub-orders of one order: it ends when both have ended, on the later day.
    + "3051000000171234,3051000000161234,2026-02-21 07:44:46,FINISH,Cleaner,15115,11974,"
    "2026-02-21 07:44:51,2026-02-27 18:17:56,buyer_accept_goods,true,0\n"
    "3051000000181234,3051000000161234,2026-02-21 07:44:46,FINISH,Hose,100,100,"
    "2026-02-21 07:44:51,2026-03-10 00:00:00,buyer_accept_goods,true,0\n"
    "3051000000191234,3051000000191234,2026-01-02 00:00:00,FINISH,Net,100,100,"
    "2026-01-02 00:00:01,2026-03-01 12:00:00,buyer_accept_goods_timeout,true,0\n"
    "3051000000201234,3051000000201234,2026-01-02 00:00:00,FINISH,Bag,100,250,"
    "2026-01-02 00:00:01,2026-02-01 12:00:00,seller_accept_issue_no_goods_return,true,0\n"
    "3051000000211234,3051000000211234,2026-01-02 00:00:00,FINISH,Hat,100,100,,"
    "2026-01-03 00:00:00,pay_timeout,false,0\n"
).encode()

LAYOUTS = (
    (
        "items and totals",
        ITEMS_AND_TOTALS,
        {
            "3051000000011234": {
                "title": 'Schlauch 1/4" + Düse\r\nzwei Zeilen',
                "seller": "Beispiel-Laden",
                "price": {"amount": "12.30", "currency": "EUR"},
                "ordered_at": "2025-08-03T07:00:00Z",
                "status": "in_transit",
                "tracking": ["EX000000001"],
            },
            "3051000000021234": {
                "price": {"amount": "10.82", "currency": "EUR"},
                "ordered_at": "2025-12-28T08:00:00Z",
                "status": "confirmed",
                "confirmed_at": "2026-02-26T08:00:00Z",
            },
        },
    ),
    (
        "first products",
        FIRST_PRODUCTS,
        {
            "3051000000031234": {
                "title": "Lamp, red",
                "price": {"amount": "12.34", "currency": "USD"},
                "ordered_at": "2026-02-10T08:00:00Z",
                "status": "awaiting_shipment",
            },
            "3051000000041234": {
                "price": {"amount": "1234.56", "currency": "USD"},
                "ordered_at": "2025-12-31T08:00:00Z",
                "status": "confirmed",
            },
        },
    ),
    (
        "orders with documents",
        ORDERS_WITH_DOCUMENTS,
        {
            "3051000000051234": {
                # The day on which summer time begins, before it begins.
                "ordered_at": "2026-03-08T08:00:00Z",
                "price": {"amount": "25.09", "currency": "USD"},
                "title": "Cup",
                "status": "in_transit",
            }
        },
    ),
    (
        "order lines",
        ORDER_LINES,
        {
            "3051000000061234": {
                "title": "Pen + Ink",
                "price": {"amount": "8.25", "currency": "USD"},
                "status": "in_transit",
            },
            "3051000000071234": {"status": "cancelled", "cancelled_at": "2026-05-01T08:00:00Z"},
        },
    ),
    (
        "workbook, orders",
        SHEET_OF_ORDERS,
        {
            "3051000000221234": {
                "ordered_at": "2026-03-08T08:00:00Z",
                "price": {"amount": "25.09", "currency": "USD"},
                "title": "Cup",
                "seller": "Example Store",
                "status": "in_transit",
            },
            "3051000000231234": {
                "ordered_at": "2026-03-01T08:00:00Z",
                "price": {"amount": "7.50", "currency": "EUR"},
                "status": "cancelled",
            },
        },
    ),
    (
        "workbook, lines",
        SHEET_OF_LINES,
        {
            "3051000000241234": {
                "ordered_at": "2026-03-01T08:00:00Z",
                "price": {"amount": "8.25", "currency": "USD"},
                "title": "Pen + Ink",
                "status": "in_transit",
            }
        },
    ),
    (
        "clipboard, details",
        CLIPBOARD_DETAILS,
        {
            "3051000000081234": {
                "title": '19" rack, black + Screws',
                "price": {"amount": "12.00", "currency": "CAD"},
                "ordered_at": "2026-03-04T08:00:00Z",
                "tracking": ["EX000000002", "EX000000003"],
                "status": "in_transit",
            }
        },
        ["--currency", "CAD"],
    ),
    (
        "clipboard, orders",
        CLIPBOARD_ORDERS,
        {
            "3051000000091234": {
                "title": "Mug",
                "price": None,
                "ordered_at": "2025-12-31T08:00:00Z",
                "status": "confirmed",
            }
        },
    ),
    (
        "unquoted orders",
        UNQUOTED_ORDERS,
        {
            "3051000000101234": {
                "title": '"Mini" tripod; black',
                "seller": "Example Store",
                "price": {"amount": "9.99", "currency": "USD"},
                "ordered_at": "2020-02-21T15:44:00Z",
                "tracking": ["EX000000004"],
                "status": "in_transit",
            },
            "3051000000111234": {"title": "Cap", "confirmed_at": None},
        },
    ),
    (
        "items by invoice",
        ITEMS_BY_INVOICE,
        {
            "3051000000121234": {
                "title": 'Pipe 1/4" + Cable 3", black',
                "price": {"amount": "5.00", "currency": "EUR"},
                "ordered_at": "2026-03-24T07:00:00Z",
                "status": "awaiting_shipment",
            }
        },
    ),
    (
        "products by invoice",
        PRODUCTS_BY_INVOICE,
        {
            "3051000000131234": {
                "title": "Bowl",
                "price": {"amount": "4.20", "currency": "EUR"},
            }
        },
    ),
    (
        "inventory",
        INVENTORY,
        {
            "3051000000141234": {
                "price": {"amount": "120.95", "currency": "USD"},
                "status": "confirmed",
            },
            "3051000000151234": {
                "price": {"amount": "258.92", "currency": "PLN"},
                "tags": ["gift"],
                "status": "awaiting_shipment",
            },
        },
    ),
    (
        "data copy",
        DATA_COPY,
        {
            "3051000000161234": {
                "title": "Cleaner + Hose",
                "price": {"amount": "120.74", "currency": "EUR"},
                "ordered_at": "2026-02-21T15:44:46Z",
                "status": "confirmed",
                "confirmed_at": "2026-03-10T07:00:00Z",
            },
            "3051000000191234": {
                "status": "auto_closed",
                "completed_at": "2026-03-01T20:00:00Z",
            },
            "3051000000201234": {"status": "resolved", "refunded": ["2.50"]},
            "3051000000211234": {
                "status": "cancelled",
                "cancelled_at": "2026-01-03T08:00:00Z",
            },
        },
        ["--currency", "EUR"],
    ),
)
